import type { Topic } from './topics.ts'

/** As `topic-words-en.ts`, in Portuguese. */
export const portugueseTopics: Readonly<Record<Topic, string>> = {
  none: `capa para telemovel,capa do telemovel,capa telemovel,carregador telemovel,carregador do telemovel,carregador`,
  food: `mercearia,supermercado,mercado,hipermercado,compras,compras da semana,compras do mes,pao,leite,ovo,queijo,
    fruta,legume,carne,talho,peixe,peixaria,padaria,arroz,massa,esparguete,manteiga,iogurte,cereal,agua,garrafao,vinho,
    cerveja,sumo,maca,banana,laranja,limao,tomate,batata,cebola,alface,cenoura,salada,frango,porco,vaca,bife,peru,
    fiambre,presunto,chourico,salsicha,azeite,oleo,acucar,farinha,sal,especiaria,mel,compota,bolacha,chocolate,doce,
    rebucado,gomas,pastilha elastica,pastilhas,continente,pingo doce,lidl,aldi,auchan,minipreco,mercadona,intermarche,el corte ingles,froiz,
    hortalica,sopa,bacalhau,atum,sardinha,polvo,marisco,congelado,charcutaria,frutaria,praca,morango,uva,melao,melancia,
    cafe em grao,cafe moido,capsula,capsulas de cafe,nespresso,delta,cha em saquetas,broa,queijo fresco,natas,feijao,
    grao,azeitona,noz,amendoim,comida,comer`,
  eatingOut: `almoco,almocar,jantar,pequeno-almoco,pequeno almoco,lanche,lanchar,cafe,bica,cimbalino,galao,meia de
    leite,abatanado,garoto,pastel,pastel de nata,nata,bolo,bola de berlim,queque,restaurante,pizza,pizzaria,
    hamburguer,hamburgueria,sushi,kebab,take away,takeaway,take-away,sandes,sande,baguete,tosta,tosta mista,torrada,
    gelado,gelataria,imperial,fino,caneca,copos,copo,bar,cocktail,gin,caipirinha,sangria,uber eats,ubereats,glovo,
    mcdonald,mac,burger king,kfc,tasca,tasquinha,cantina,refeitorio,croissant,crepe,panqueca,francesinha,bifana,prego,
    petisco,tapas,cha,marmita,churrasqueira,churrasco,rodizio,cachorro,pastelaria,confeitaria,refeicao,brunch,sandes
    mista,menu,prato do dia,diaria,chines,tailandes,indiano,italiano,mexicano,japones,brasileiro,grego,nepales,
    cervejaria,marisqueira,esplanada,merenda,rissol,chamuca,empada,pao de queijo,waffle,smoothie,almocei,almocamos,
    almocaram,jantei,jantamos,jantaram,jantar fora,almocar fora,comer fora,starbucks,padaria portuguesa,bar da praia,
    catering,ceia,poke`,
  home: `renda,prestacao da casa,prestacao casa,credito habitacao,hipoteca,movel,mobilia,sofa,candeeiro,ikea,
    canalizador,eletricista,pintor,carpinteiro,serralheiro,pedreiro,limpeza,produto de limpeza,empregada,mulher a
    dias,detergente,amaciador,reparacao,arranjo,conserto,janela,porta,fechadura,chave,caldeira,esquentador,tinta,
    jardim,jardineiro,planta,terra,vaso,cortina,colchao,almofada,edredao,lencol,ferramenta,berbequim,parafuso,
    condominio,toalha,cama,cadeira,mesa,secretaria,estante,tapete,espelho,lampada,pilha,maquina de lavar,maquina da
    loica,frigorifico,forno,fogao,micro-ondas,microondas,aspirador,ferro de engomar,ventoinha,aquecedor,papel
    higienico,rolo de cozinha,saco do lixo,leroy merlin,aki,maxmat,zara home,obras,bricolage,lixivia,loica,panela,chaleira,
    tacho,frigideira,copos de vinho,vela,mudanca,mudancas,arrumos`,
  bills: `luz,eletricidade,agua luz,agua e luz,luz e agua,luz e gas,conta da luz,conta da agua,conta do gas,conta de
    luz,conta agua,conta luz,fatura da luz,fatura da agua,gas,botija,botija de gas,fatura,conta,edp,endesa,iberdrola,
    goldenergy,galp casa,comissao,comissao bancaria,taxa,despesas de manutencao,saneamento,epal,smas,aquecimento,lenha,
    pellets,correio,ctt,portes,certidao,anuidade,juros do cartao`,
  phone: `telemovel,telefone,internet,nos,meo,vodafone,nowo,digi,fibra,tarifario,carregamento,carregamento telemovel,
    carregamento do telemovel,conta telemovel,conta do telemovel,mensalidade telemovel,cartao sim,dados moveis,roaming,
    televisao,tv cabo`,
  transport: `autocarro,bilhete de autocarro,comboio,bilhete de comboio,metro,taxi,uber,bolt,eletrico,funicular,
    estacionamento,parque,parque de estacionamento,parquimetro,parcometro,emel,garagem,portagem,portagens,scut,ponte,
    via verde,oficina,mecanico,bicicleta,trotineta,trotinete,gira,barco,ferry,passe,passe social,passe do metro,navegante,
    transporte,pneu,furo,revisao do carro,revisao carro,revisao,inspecao,inspecao do carro,lavagem,lavagem auto,lavagem
    do carro,mudanca de oleo,oleo do carro,travoes,pastilhas de travao,bateria do carro,carro,mota,andante,cp,carris,rede expressos,
    flixbus,boleia,reboque,escovas do carro,taxi para casa,comboio para casa,carreguei o passe,carregar passe,carta`,
  fuel: `gasolina,gasoleo,gasoil,combustivel,galp,repsol,bomba,bombas,bomba de gasolina,bp,prio,cepsa,atestar,atestei,
    abasteci,abastecer,deposito,deposito cheio,gota,combustivel carro,carregar o carro,adblue`,
  health: `farmacia,medicamento,remedio,medico,consulta,dentista,higienista,hospital,centro de saude,oculos,otica,
    oculista,fisioterapia,fisioterapeuta,terapia,terapeuta,psicologo,psicologa,psiquiatra,nutricionista,vitamina,
    suplemento,comprimido,receita medica,vacina,clinica,analise,analises,exame,exame medico,lentes,lentes de contacto,
    urgencia,taxa moderadora,ben-u-ron,brufen,paracetamol,aspirina,antibiotico,xarope,penso,pomada,termometro,
    oftalmologista,dermatologista,pediatra,ginecologista,ortopedista,raio x,ecografia,parafarmacia,wells,osteopata,
    operacao,aparelho,aparelho dentario,mascara,alcool gel`,
  clothes: `roupa,camisa,camisola,t-shirt,calca,calcas,ganga,vestido,sapato,sapatos,casaco,blusao,meia,chapeu,bone,
    saia,bota,tenis,sapatilha,sapatilhas,chinelo,sandalia,cinto,cuecas,boxers,collants,cachecol,zara,primark,bershka,
    pull and bear,mango,springfield,luva,pijama,mala,carteira de senhora,mochila nova,sutia,fato,fato de banho,fato de
    treino,gravata,biquini,blusa,h&m,calcoes,leggings,sweat,uniforme,farda,impermeavel,guarda-chuva,relogio,brinco,
    anel,colar,pulseira,oculos de sol,lavandaria,engomadoria,costureira,sapateiro,arranjo de roupa,bainha,vinted`,
  leisure: `cinema,filme,pipocas,concerto,teatro,opera,museu,jogo,jogo da bola,bilhete do jogo,livro,livraria,banda
    desenhada,festa,bowling,zoo,jardim zoologico,aquario,festival,exposicao,bilhete,bilhetes,karaoke,discoteca,
    brinquedo,lego,revista,jornal,raspadinha,euromilhoes,totoloto,placard,lotaria,rifa da escola,playstation,xbox,
    nintendo,steam,fnac,bertrand,wook,passeio,jogo de tabuleiro,parque de diversoes,parque aquatico,oceanario,
    piquenique,campismo,tabaco,cigarro,vape,guitarra,vinil,circo,feira,carrosseis,santos populares,arraial,matraquilhos,
    escape room,pesca,lazer,hobby,artesanato,la,jantar de turma,saida`,
  sport: `ginasio,mensalidade do ginasio,mensalidade ginasio,yoga,ioga,pilates,aula de pilates,natacao,aula de natacao,
    piscina,futebol,futsal,quota do clube,padel,tenis de mesa,raquete,bola,corrida,maratona,meia maratona,escalada,surf,
    aula de surf,prancha,decathlon,sport zone,danca,aula de danca,judo,karate,boxe,crossfit,personal trainer,esqui,golfe,
    campo de padel,equitacao`,
  subscriptions: `netflix,spotify,disney,disney plus,hbo,max,amazon prime,prime video,youtube,youtube premium,icloud,
    subscricao,assinatura,apple music,chatgpt,google one,dropbox,sport tv,publico,expresso,patreon,audible,duolingo,
    office 365,vpn,dazn,skyshowtime`,
  education: `escola,refeicoes da escola,almoco da escola,cantina da escola,curso,curso online,propina,propinas,manual,
    manuais,livros escolares,universidade,faculdade,explicacao,explicacoes,explicador,explicadora,aula,aulas,exame
    nacional,inscricao,matricula,caderno,papelaria,material escolar,visita de estudo,creche,colegio,infantario,jardim de
    infancia,pre-escola,formacao,workshop,congresso,aula de piano,aula de musica,aula de ingles,ingles,carta de conducao,
    escola de conducao,fotocopia,impressoes,lapis,caneta,mochila,atl,tempos livres,udemy,curso de ingles,mestrado,
    mensalidade do colegio,mensalidade da creche,mensalidade da escola`,
  gifts: `prenda,presente,aniversario,prenda de anos,prenda de natal,prenda de casamento,casamento,batizado,flor,flores,
    ramo,ramo de flores,donativo,doacao,caridade,oferta,oferenda,esmola,peditorio,quota bombeiros,igreja,cabaz,cabaz de
    natal,amigo secreto,cartao presente,cartao oferta,vale,vale presente,dia da mae,dia do pai,dia dos namorados,
    folar,postal,lembranca`,
  pets: `veterinario,veterinaria,cao,cadela,gato,gata,racao,comida do gato,comida do cao,comida para gato,comida para
    cao,areia do gato,areia,racao do gato,racao do cao,pet shop,tosquia,banho do cao,desparasitante,coleira,trela,canil`,
  children: `fralda,fraldas,ama,babysitter,mesada,semanada,bebe,toalhitas,papa,leite em po,carrinho de bebe,cadeira
    auto,berco,chupeta,biberao,crianca,miudos,filho,filha,festa de anos,parque infantil,dodot`,
  travel: `hotel,voo,hostel,pousada,airbnb,booking,ferias,viagem,bilhete de aviao,aviao,aeroporto,ryanair,tap,easyjet,
    bagagem,mala de viagem,aluguer de carro,aluguer carro,rent a car,passaporte,alojamento,alojamento local,casa de
    ferias,parque de campismo,cruzeiro,excursao,visita guiada,souvenir,fim de semana fora,taxa turistica`,
  beauty: `cabeleireiro,cabeleireira,corte,corte de cabelo,cabelo,barbeiro,barba,champo,amaciador de cabelo,
    maquilhagem,batom,rimel,verniz,perfume,perfumaria,sephora,unhas,manicure,pedicure,massagem,spa,creme,creme
    hidratante,protetor solar,pasta de dentes,escova de dentes,sabonete,desodorizante,gel de banho,gel duche,depilacao,
    cera,esteticista,estetica,laminas,gillette,pensos higienicos,tampoes,higiene,tatuagem`,
  insurance: `seguro,seguro do carro,seguro carro,seguro da casa,seguro casa,seguro de saude,seguro de vida,seguro auto,
    seguro multirriscos,seguro do cao,seguro de viagem`,
  taxes: `irs,imi,iuc,imposto,multa,multa de estacionamento,selo do carro,imposto de selo,financas,seguranca social,iva,
    contabilista,notario,advogado,coima,imt,cartao de cidadao`,
  salary: `salario,ordenado,vencimento,remuneracao,bonus,premio,subsidio de ferias,subsidio de natal,subsidio natal,
    subsidio ferias,subsidio de almoco,horas extra,horas extraordinarias,comissoes,decimo terceiro,13o mes,14o mes,
    premio de desempenho,retroativos,baixa medica,pagamento do trabalho`,
  otherIncome: `juros,dividendo,dividendos,cashback,subsidio,subsidio de desemprego,fundo de desemprego,freelance,
    biscate,biscato,bolsa,bolsa de estudo,reforma,pensao,pensao de alimentos,abono,abono de familia,heranca,rendimento,
    rendimentos,recibo verde,reembolso do irs,reembolso irs,explicacoes dadas,subsidio de refeicao,premio do
    euromilhoes,consultoria,vendi,venda,venda olx,venda vinted,renda recebida,renda do inquilino,ajudas de custo,comissao de
    venda,rsi,gorjetas do trabalho,certificados de aforro,direitos de autor`,
}

/** More of `lines-pt.ts`: each batch was written before the reading had seen it. */
export const morePortugueseLines = `
sandes 4,20 | 4.20 | sandes | Restaurantes
tosta mista e sumo 5,60 @dinheiro | 5.60 | tosta mista e sumo | Restaurantes | | @Dinheiro
gastei 17,30 na padaria esta manhã | 17.30 | padaria | Mercearia
gastámos 83,20 em compras no sábado | 83.20 | compras | Mercearia | 11-21
paguei ao canalizador 90 em dinheiro | 90.00 | canalizador | Casa | | @Dinheiro
paguei 120 ao eletricista @banco | 120.00 | eletricista | Casa | | @Banco
gás 44,10 30 de outubro | 44.10 | gás | Contas | 10-30
condomínio 42 dia 15 @banco | 42.00 | condomínio | Casa | 11-15 | @Banco
passe 40 no dia 1 de novembro | 40.00 | passe | Transportes | 11-01
portagem 7,35 sexta | 7.35 | portagem | Transportes | 11-20
lavagem do carro 9 | 9.00 | lavagem do carro | Transportes
pneus 310 @cartão 9 nov | 310.00 | pneus | Transportes | 11-09 | @Cartão
óculos 199 há quatro dias com cartão | 199.00 | óculos | Saúde | 11-18 | @Cartão
calças 39,99 primark | 39.99 | calças primark | Roupa
sapatilhas miúdos 45 + 38 | 83.00 | sapatilhas miúdos | Roupa
teatro 2 x 18 | 36.00 | teatro | Lazer
museu (6+6+3) | 15.00 | museu | Lazer
jogo 59,99 #mimo | 59.99 | jogo | Lazer | | #mimo
imperial 1,80 tasca | 1.80 | imperial tasca | Restaurantes
gorjeta 2 | 2.00 | gorjeta |
prenda de casamento 150 | 150.00 | prenda de casamento | Presentes
donativo 10 cruz vermelha | 10.00 | donativo cruz vermelha | Presentes
explicações de matemática 75 | 75.00 | explicações de matemática | Educação
material escolar 23,70 para o Rui | 23.70 | material escolar | Educação | | ~Rui
recebi 320 da renda do inquilino a 2 de novembro | +320.00 | renda do inquilino | Outras receitas | 11-02
recebi 20 do Rui | +20.00 | Rui |
dividendos 48,16 | +48.16 | dividendos | Outras receitas
reforma 780 @banco 10/11 | +780.00 | reforma | Outras receitas | 11-10 | @Banco
abono de família 37,46 | +37.46 | abono de família | Outras receitas
entrou o ordenado 1320,55 no banco dia 25 | +1320.55 | ordenado | Salário | 10-25 | @Banco
prémio 500 | +500.00 | prémio | Salário
devolveram-me 12,99 da amazon | -12.99 | devolveram-me da amazon |
estorno 18 bilhetes | -18.00 | estorno bilhetes | Lazer
mandei 60 do banco para o revolut | >60.00 | | | | @Banco >Revolut
poupei 250 do banco para a poupança | >250.00 | | | | @Banco >Poupança
150 da poupança para o cartão | >150.00 | | | | @Poupança >Cartão
levantamento 80 banco | >80.00 | | | | @Banco >Dinheiro
transferi 20 do cartao para dinheiro quarta | >20.00 | | | 11-18 | @Cartão >Dinheiro
almoço doze e cinquenta | 12.50 | almoço | Restaurantes
táxi trinta euros | 30.00 | táxi | Transportes
quinze euros táxi ontem à noite | 15.00 | táxi | Transportes | 11-21
sete euros e vinte cêntimos padaria | 7.20 | padaria | Mercearia
cento e cinquenta euros casaco | 150.00 | casaco | Roupa
3 mil sofá | 3000.00 | sofá | Casa
2,3k sofá @cartão | 2300.00 | sofá | Casa | | @Cartão
50 reais jantar | 50.00 BRL | jantar | Restaurantes
18 GBP comboio londres | 18.00 GBP | comboio londres | Transportes
pequeno almoço 6,10 | 6.10 | pequeno almoço | Restaurantes
pequeno-almoço 6,10 hoje | 6.10 | pequeno-almoço | Restaurantes
framácia 12,45 | 12.45 | framácia | Saúde
eletrecidade 58 | 58.00 | eletrecidade | Contas
estacionamneto 3,20 | 3.20 | estacionamneto | Transportes
na terça gastei 14 em almoço | 14.00 | almoço | Restaurantes | 11-17
ontem comprei um casaco por 89 | 89.00 | casaco | Roupa | 11-21
hoje 3,10 café e bolo | 3.10 | café e bolo | Restaurantes
leite 1,05 @dinhero | 1.05 | leite | Mercearia | | @Dinheiro
almoço @rev 9,90 | 9.90 | almoço | Restaurantes | | @Revolut
@cartao 21/11 pizza 19,80 | 19.80 | pizza | Restaurantes | 11-21 | @Cartão
14/11/26 cabeleireiro 15 | 15.00 | cabeleireiro | Saúde | 11-14
14.11.2026 cabeleireiro 15 | 15.00 | cabeleireiro | Saúde | 11-14
queijo 7,80/2 | 3.90 | queijo | Mercearia
pizza 30/3 | 10.00 | pizza | Restaurantes
vinho 3*4,99 @cartão para a festa | 14.97 | vinho para a festa | Mercearia | | @Cartão
edp 58,20 dia 8 | 58.20 | EDP | Contas | 11-08 | $EDP
paguei 58,20 à EDP | 58.20 | EDP | Contas | | $EDP
luz da edp 58,20 | 58.20 | luz | Contas | | $EDP
continente 27,46 | 27.46 | continente | Mercearia
raspadinha 2 euros | 2.00 | raspadinha | Lazer
fraldas 14,90 continente | 14.90 | fraldas continente |
selo do carro 120 | 120.00 | selo do carro | Contas
almocei com a Sara naquele tailandês, ficou em 38,50 | 38.50 | almocei com a Sara naquele tailandês | Restaurantes
abasteci o carro 62,10 | 62.10 | abasteci o carro | Transportes
compras da semana no Lidl 84,20 com cartão | 84.20 | compras da semana no Lidl | Mercearia | | @Cartão
copos sexta à noite 15 | 15.00 | copos | Restaurantes | 11-20
fui à farmácia, 9,90 | 9.90 | fui à farmácia | Saúde
2 bilhetes de comboio para Braga 31,50 | 31.50 | 2 bilhetes de comboio para Braga | Transportes
metade do jantar com o Rui 27,40 | 27.40 | metade do jantar com o Rui | Restaurantes
amazon auscultadores 45,99 | 45.99 | amazon auscultadores |
natação dos miúdos 55 novembro | 55.00 | natação dos miúdos novembro | Saúde
renda de novembro 850 do banco | 850.00 | renda de novembro | Casa | | @Banco
uber aeroporto 14, cartão | 14.00 | uber aeroporto | Transportes | | @Cartão
bolo de anos 28,50 ontem | 28.50 | bolo de anos | Restaurantes | 11-21
dei 10 para caridade | 10.00 | caridade | Presentes
emprestei 50 ao Rui | 50.00 | emprestei ao Rui |
caiu o ordenado 1.430,45 | +1430.45 | ordenado | Salário
a mãe mandou-me 100 | +100.00 | mãe |
juros da poupança 4,12 | +4.12 | juros | Outras receitas | | @Poupança
inspeção do carro 35,85 dia 17 de novembro | 35.85 | inspeção do carro | Transportes | 11-17
conta do veterinário do gato 78€ | 78.00 | conta do veterinário do gato |
31/10 doces halloween 11,35 | 11.35 | doces halloween | Mercearia | 10-31
parque do hospital 4,80 terça | 4.80 | parque do hospital | Transportes | 11-17
capa para telemóvel 12,99 amazon #telemovel | 12.99 | capa para telemóvel amazon | | | #telemovel
supermercado (continente) 41,15 | 41.15 | supermercado (continente) | Mercearia
frango assado 22,90 sábado à noite | 22.90 | frango assado | Mercearia | 11-21
8,99 do disney plus | 8.99 | disney plus | Lazer
paguei o IMI 164 pelo banco | 164.00 | IMI | Contas | | @Banco
cinema c/ Rui 21 | 21.00 | cinema c/ Rui | Lazer
dentista na segunda 85 euros | 85.00 | dentista | Saúde | 11-16
passe de dezembro 40 | 40.00 | passe de dezembro | Transportes
gorjeta cabeleireira 5 | 5.00 | gorjeta cabeleireira | Saúde
venda olx +34,50 | +34.50 | venda olx | Outras receitas
devolvi camisola, 29,99 de volta | -29.99 | devolvi camisola | Roupa
leite pão ovos 7,15 mercearia da esquina | 7.15 | leite pão ovos mercearia da esquina | Mercearia
15,60 chinês | 15.60 | chinês | Restaurantes
bicas 2x0,80 | 1.60 | bicas | Restaurantes
casa de férias 640 @cartão #ferias | 640.00 | casa de férias | Lazer | | @Cartão #férias
flores 18 para os anos da mãe | 18.00 | flores para os anos da mãe | Presentes
350 voos para Lisboa, cartão, 12 out | 350.00 | voos para Lisboa | Lazer | 10-12 | @Cartão
sofá 1.199 ikea | 1199.00 | sofá ikea | Casa | | $IKEA
assinatura do público 5,99 | 5.99 | assinatura do público | Lazer
corte de cabelo ontem, doze euros | 12.00 | corte de cabelo | Saúde | 11-21
trinta paus de gasolina | 30.00 | gasolina | Transportes
cinco euros de gelado | 5.00 | gelado | Restaurantes
raspadinha 3 | 3.00 | raspadinha | Lazer
transferi 120 da poupança para o banco | >120.00 | | | | @Poupança >Banco
tirei 100 do banco | >100.00 | | | | @Banco >Dinheiro
pagamento do cartão 300 do banco para o cartão | >300.00 | pagamento do cartão | | | @Banco >Cartão
lanche das crianças 6,20 pastelaria | 6.20 | lanche das crianças pastelaria | Restaurantes
gás 2 botijas 58 | 58.00 | gás 2 botijas | Contas
mercearia 12,3 | 12.30 | mercearia | Mercearia
anteontem jantámos fora 54,80 | 54.80 | jantámos fora | Restaurantes | 11-20
na quarta passada sapatos 39,99 | 39.99 | sapatos | Roupa | 11-18
meias 5 € @dinheiro | 5.00 | meias | Roupa | | @Dinheiro
água e luz 95,20 mês passado | 95.20 | água e luz | Contas | 10-22
leite e ovos da mercearia 4,85 | 4.85 | leite e ovos da mercearia | Mercearia
domingo almoço em família 64 | 64.00 | almoço em família | Restaurantes | 11-22
carreguei o passe 20 | 20.00 | carreguei o passe | Transportes
tosquia do cão 35 | 35.00 | tosquia do cão |
revisão da caldeira 89 a 16 de novembro com cartão | 89.00 | revisão da caldeira | Casa | 11-16 | @Cartão
renda 725,00 banco 01.11.2026 | 725.00 | renda | Casa | 11-01 | @Banco
almoços da escola 12,50 sexta passada | 12.50 | almoços da escola | Educação | 11-20
duas imperiais no Bairro 3,60 | 3.60 | duas imperiais no Bairro | Restaurantes
prenda de anos da Ana 45 | 45.00 | prenda de anos da Ana | Presentes
abono 96,25 no banco | +96.25 | abono | Outras receitas | | @Banco
horas extra 180 | +180.00 | horas extra | Salário
chegou o ordenado 1920,16 | +1920.16 | chegou o ordenado | Salário
mensalidade telemóvel 24 | 24.00 | mensalidade telemóvel | Contas
arranjo da janela 140 @banco 9 nov | 140.00 | arranjo da janela | Casa | 11-09 | @Banco
selos 8,10 | 8.10 | selos |
café em grão 9,95 @cartão | 9.95 | café em grão | Mercearia | | @Cartão
bilhetes barco 4 x 22,50 @cartão #verão | 90.00 | bilhetes barco | Transportes | | @Cartão #verão
pequeno almoço no café central 7,60 | 7.60 | pequeno almoço no café central | Restaurantes
ténis novos para o Rui 65 ontem em dinheiro | 65.00 | ténis novos | Roupa | 11-21 | @Dinheiro ~Rui
canalizador veio na quinta 95 dinheiro | 95.00 | canalizador veio | Casa | 11-19 | @Dinheiro
bilhetes jardim zoológico 3 x 21,50 | 64.50 | bilhetes jardim zoológico | Lazer
5,20 parquímetro esta tarde | 5.20 | parquímetro | Transportes
comprei 2 kg de maçãs por 3,98 | 3.98 | 2 kg de maçãs | Mercearia
gastei cento e dez em compras | 110.00 | compras | Mercearia
quarenta e cinco euros no cabeleireiro | 45.00 | cabeleireiro | Saúde
transferência para a poupança 150 do banco dia 1 | >150.00 | | | 11-01 | @Banco >Poupança
carregar revolut do banco 40 | >40.00 | | | | @Banco >Revolut
levantamento 50 @banco | >50.00 | | | | @Banco >Dinheiro
rifa 3€ | 3.00 | rifa |
flores dia da mãe 22 3 de maio | 22.00 | flores dia da mãe | Presentes | 05-03
lavandaria 14,50 qua | 14.50 | lavandaria | Roupa | 11-18
caução da casa devolvida +600 @banco | +600.00 | caução da casa devolvida | | | @Banco
7,99 livro kindle há três dias | 7.99 | livro kindle | Lazer | 11-19
luz e gás 112,40 débito direto do banco | 112.40 | luz e gás débito direto | Contas | | @Banco
bar da praia, 23, sáb | 23.00 | bar da praia | Restaurantes | 11-21
pilates 12 #saúde @revolut | 12.00 | pilates | Lazer | | @Revolut #saúde
bifanas e finos 18,50 no estádio | 18.50 | bifanas e finos no estádio | Restaurantes
paguei ontem o seguro do carro 240 pelo banco | 240.00 | seguro do carro | Contas | 11-21 | @Banco
dei vinte euros ao Rui | 20.00 | Rui |
comprei dois pães por três euros | 3.00 | dois pães | Mercearia
gastei 42,80 no talho no sábado de manhã | 42.80 | talho | Mercearia | 11-21
jantar no Solar com a equipa, 118,60, cartão, quinta | 118.60 | jantar no Solar com a equipa | Restaurantes | 11-19 | @Cartão
aluguer de trotinete 6,75 | 6.75 | aluguer de trotinete | Transportes
hotel em Braga 2 noites 164 @cartão #braga | 164.00 | hotel em Braga 2 noites | Lazer | | @Cartão #braga
tapete de yoga 24,99 | 24.99 | tapete de yoga | Lazer
lâmpadas 7,60 | 7.60 | lâmpadas | Casa
recebi 89 do seguro | +89.00 | seguro |
mesada da Ana 10 dinheiro | 10.00 | mesada da Ana | | | @Dinheiro
bilhetes de cinema 2 x 8,90 e pipocas | 17.80 | bilhetes de cinema e pipocas | Lazer
paguei 540 de renda esta manhã do banco | 540.00 | renda | Casa | | @Banco
ebook 4,99 | 4.99 | ebook | Lazer
10 litros de tinta 64 | 64.00 | 10 litros de tinta | Casa
menu infantil 7,50 | 7.50 | menu infantil | Restaurantes
elétrico 2,10 19 nov | 2.10 | elétrico | Transportes | 11-19
salário novembro 1850,25 @banco | +1850.25 | salário novembro | Salário | | @Banco
prendas de natal 134,70 até agora | 134.70 | prendas de natal até agora | Presentes
seguro do carro 312 anual @banco 5 de novembro | 312.00 | seguro do carro anual | Contas | 11-05 | @Banco
fotografias tipo passe 8 | 8.00 | fotografias tipo passe |
1,15 pastilhas | 1.15 | pastilhas | Mercearia
mudei 30 euros do dinheiro para o revolut | >30.00 | | | | @Dinheiro >Revolut
sessão de fisioterapia quarenta e dois euros terça | 42.00 | sessão de fisioterapia | Saúde | 11-17
xarope e lenços 11,35 | 11.35 | xarope e lenços | Saúde
almoço fora com a mãe 31 ontem no cartão | 31.00 | almoço fora com a mãe | Restaurantes | 11-21 | @Cartão
óculos de sol 59 @revolut #verão | 59.00 | óculos de sol | Roupa | | @Revolut #verão
autocarro para o trabalho 1,85 @dinheiro #passe 20/11 | 1.85 | autocarro para o trabalho | Transportes | 11-20 | @Dinheiro #passe
chaleira nova 29,99€ worten | 29.99 | chaleira nova worten | Casa
juros 0,84 @poupanca | +0.84 | juros | Outras receitas | | @Poupança
cordas da guitarra 9,20 | 9.20 | cordas da guitarra | Lazer
vinte e dois e cinquenta de gasóleo | 22.50 | gasóleo | Transportes
`

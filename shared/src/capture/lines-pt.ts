/** As `lines-en.ts`, in Portuguese. */
export const portugueseLines = `
gastei 20 no mercado ontem | 20.00 | mercado | Mercearia | 11-21
recebi 1500 salário dia 5 | +1500.00 | salário | Salário | 11-05
almoço 12,50 @dinheiro #trabalho | 12.50 | almoço | Restaurantes | | @Dinheiro #trabalho
pago 45,90 luz a 12/11 | 45.90 | luz | Contas | 11-12
transferi 200 do banco para a poupança | >200.00 | | | | @Banco >Poupança
café 1,20 anteontem | 1.20 | Café | Restaurantes | 11-20 | @Dinheiro
vinte euros gasolina | 20.00 | gasolina | Transportes
jantar 45 há 3 dias | 45.00 | jantar | Restaurantes | 11-19
12,50 almoço | 12.50 | almoço | Restaurantes
almoço 12,50 | 12.50 | almoço | Restaurantes
almoco 12,50 | 12.50 | almoco | Restaurantes
almoço 12.50 | 12.50 | almoço | Restaurantes
ontem almoço 12,50 | 12.50 | almoço | Restaurantes | 11-21
almoço ontem 12,50 | 12.50 | almoço | Restaurantes | 11-21
almoço de ontem 12,50 | 12.50 | almoço | Restaurantes | 11-21
+1500 salário | +1500.00 | salário | Salário
+1500 salario | +1500.00 | salario | Salário
ordenado 1.500,00 @banco | +1500.00 | ordenado | Salário | | @Banco
ordenado 1 500,00 | +1500.00 | ordenado | Salário
1,5k renda @banco | 1500.00 | renda | Casa | | @Banco
renda 650 dia 1 | 650.00 | renda | Casa | 11-01
renda 650 no dia 1 | 650.00 | renda | Casa | 11-01
renda 650 dia 28 | 650.00 | renda | Casa | 10-28
renda 650 1 de novembro | 650.00 | renda | Casa | 11-01
renda 650 5 de novembro | 650.00 | renda | Casa | 11-05
renda 650 1 de dezembro de 2025 | 650.00 | renda | Casa | 2025-12-01
renda 650 1 dez | 650.00 | renda | Casa | 2025-12-01
paguei 650 de renda a 1/11 | 650.00 | renda | Casa | 11-01
paguei a renda 650 | 650.00 | renda | Casa
paguei 35 de internet no dia 12 | 35.00 | internet | Contas | 11-12
internet 35 12-11-2026 | 35.00 | internet | Contas | 11-12
internet 35 2026-11-12 | 35.00 | internet | Contas | 11-12
agua 18,20 em 10/11 | 18.20 | agua | Mercearia | 11-10
conta da água 18,20 10/11 | 18.20 | conta da água | Contas | 11-10
conta da luz 62,35 | 62.35 | conta da luz | Contas
telemóvel 15,99 dia 10 | 15.99 | telemóvel | Contas | 11-10
netflix 12,99 | 12.99 | Netflix | Lazer | | $Netflix
cinema 8+8 | 16.00 | cinema | Lazer
cinema 2*8,50 sábado | 17.00 | cinema | Lazer | 11-21
cinema no sabado 17 | 17.00 | cinema | Lazer | 11-21
jantar na sexta 32 | 32.00 | jantar | Restaurantes | 11-20
jantar na sexta-feira 32 | 32.00 | jantar | Restaurantes | 11-20
jantar sexta feira 32 | 32.00 | jantar | Restaurantes | 11-20
jantar sexta 32 | 32.00 | jantar | Restaurantes | 11-20
jantar 32 sexta passada | 32.00 | jantar | Restaurantes | 11-20
jantar 32 na segunda | 32.00 | jantar | Restaurantes | 11-16
jantar 32 no domingo passado | 32.00 | jantar | Restaurantes | 11-15
segunda 12 almoço | 12.00 | almoço | Restaurantes | 11-16
2ª feira almoço 12 | 12.00 | almoço | Restaurantes | 11-16
segunda prestação 100 | 100.00 | segunda prestação |
quinta do lago jantar 60 | 60.00 | quinta do lago jantar | Restaurantes
passeio no mar 12 | 12.00 | passeio no mar | Lazer
comprei sapatos por 79,90 | 79.90 | sapatos | Roupa
comprei uns sapatos 79,90 @cartão | 79.90 | sapatos | Roupa | | @Cartão
sapatos 79,90 com cartão | 79.90 | sapatos | Roupa | | @Cartão
sapatos 79,90 no cartão | 79.90 | sapatos | Roupa | | @Cartão
sapatos 79,90 cartao ontem | 79.90 | sapatos | Roupa | 11-21 | @Cartão
pão 1,35 em dinheiro | 1.35 | pão | Mercearia | | @Dinheiro
pao e leite 2,40 | 2.40 | pao e leite | Mercearia
1,35 pão | 1.35 | pão | Mercearia
ovos 2,40 @dinheiro | 2.40 | ovos | Mercearia | | @Dinheiro
6 ovos 2,40 | 2.40 | 6 ovos | Mercearia
2 cafés 2,40 | 2.40 | 2 cafés | Restaurantes
2 cafés 3 | 3.00 | 2 cafés | Restaurantes
compras no pingo doce 63,10 | 63.10 | compras | Mercearia | | $Pingo Doce
pingo doce 63,10 | 63.10 | Pingo Doce | Mercearia | | $Pingo Doce
63,10 no Pingo Doce | 63.10 | Pingo Doce | Mercearia | | $Pingo Doce
gastei 63,10 no pingo doce no sábado | 63.10 | Pingo Doce | Mercearia | 11-21 | $Pingo Doce
farmácia 9,85 para a Ana | 9.85 | farmácia | Saúde | | ~Ana
farmacia 9,85 para a ana | 9.85 | farmacia | Saúde | | ~Ana
prenda para a Ana 30 | 30.00 | prenda | Presentes | | ~Ana
a Ana pagou 20 de almoço | 20.00 | almoço | Restaurantes | | ~Ana
Ana pagou almoço 20 | 20.00 | almoço | Restaurantes | | ~Ana
sapatos para o Rui 49 | 49.00 | sapatos | Roupa | | ~Rui
livro para a mãe 14,95 | 14.95 | livro para a mãe | Lazer
flores para a mãe 15 | 15.00 | flores para a mãe | Presentes
jantar de aniversário 60 | 60.00 | jantar de aniversário | Restaurantes
uber 11,40 ontem à noite | 11.40 | uber | Transportes | 11-21
táxi 18 hoje | 18.00 | táxi | Transportes
comboio para o porto 24,50 amanhã | 24.50 | comboio para o porto | Transportes | 11-23
hotel 120 #viagem #porto | 120.00 | hotel | Lazer | | #porto #viagem
voo 89,99 @cartao #ferias | 89.99 | voo | Lazer | | @Cartão #férias
gasóleo 55 @cartão ontem de manhã | 55.00 | gasóleo | Transportes | 11-21 | @Cartão
recebi 50 da avó | +50.00 | avó |
recebi 200 freelance 15/11 | +200.00 | freelance | Outras receitas | 11-15
ganhei 25 no euromilhões | +25.00 | euromilhões |
a avó deu-me 50 | +50.00 | avó |
o Rui pagou-me 20 | +20.00 | Rui |
juros 3,27 @poupança | +3.27 | juros | Outras receitas | | @Poupança
vendi a bicicleta por 120 | +120.00 | vendi a bicicleta | Outras receitas
vendi telemóvel velho 80 em dinheiro | +80.00 | vendi telemóvel velho | Outras receitas | | @Dinheiro
reembolso 20 zara | -20.00 | reembolso zara | Roupa
devolução 35,90 sapatos ontem | -35.90 | devolução sapatos | Roupa | 11-21
reembolso do irs 312,40 | +312.40 | reembolso do irs | Outras receitas
subsídio de natal 1200 | +1200.00 | subsídio de natal | Salário
transferi 50 para a poupança do banco | >50.00 | | | | @Banco >Poupança
transferência de 50 do banco para a poupança | >50.00 | | | | @Banco >Poupança
transferir 100 da poupança para o banco | >100.00 | | | | @Poupança >Banco
200 do banco para a poupança | >200.00 | | | | @Banco >Poupança
200 banco para poupança | >200.00 | | | | @Banco >Poupança
200 banco -> poupança | >200.00 | | | | @Banco >Poupança
banco→dinheiro 60 | >60.00 | | | | @Banco >Dinheiro
transferi ontem 200 do banco para a poupanca | >200.00 | | | 11-21 | @Banco >Poupança
transferi 300 da conta do banco para a conta poupança para férias | >300.00 | férias | | | @Banco >Poupança
levantei 40 do banco | >40.00 | | | | @Banco >Dinheiro
levantei 40 no banco na quinta | >40.00 | | | 11-19 | @Banco >Dinheiro
depositei 150 no banco | >150.00 | | | | @Dinheiro >Banco
passei 100 do banco para a poupança | >100.00 | | | | @Banco >Poupança
médico 40 há 2 dias | 40.00 | médico | Saúde | 11-20
medico 40 ha 2 dias | 40.00 | medico | Saúde | 11-20
dentista 65 há uma semana | 65.00 | dentista | Saúde | 11-15
veterinário 38 há duas semanas | 38.00 | veterinário | | 11-08
consulta 50 3 dias atrás | 50.00 | consulta | Saúde | 11-19
propinas 149 @banco 03/10/2026 | 149.00 | propinas | Educação | 10-03 | @Banco
visita de estudo 12 | 12.00 | visita de estudo | Educação
gelado 2,80 | 2.80 | gelado | Restaurantes
pastel de nata 1,30 | 1.30 | pastel de nata | Restaurantes
pizza doze euros | 12.00 | pizza | Restaurantes
pizza por doze euros e cinquenta | 12.50 | pizza | Restaurantes
café um euro e vinte | 1.20 | Café | Restaurantes | | @Dinheiro
vinte e cinco euros prenda | 25.00 | prenda | Presentes
cem euros casaco | 100.00 | casaco | Roupa
cento e vinte euros casaco | 120.00 | casaco | Roupa
dois mil euros carro | 2000.00 | carro | Transportes
2 mil carro | 2000.00 | carro | Transportes
cinquenta cêntimos estacionamento | 0.50 | estacionamento | Transportes
80 cêntimos água | 0.80 | água | Mercearia
12 euros e 50 almoço | 12.50 | almoço | Restaurantes
12€50 almoço | 12.50 | almoço | Restaurantes
12 euros de pão | 12.00 | pão | Mercearia
o almoço custou 12 | 12.00 | almoço | Restaurantes
o almoço foi 12 euros | 12.00 | almoço | Restaurantes
gastei vinte no cinema | 20.00 | cinema | Lazer
20 libras livros | 20.00 GBP | livros | Lazer
$14 app | 14.00 USD | app |
1.250,00 portátil @cartão | 1250.00 | portátil | | | @Cartão
1.250 portátil | 1250.00 | portátil |
1 250 portátil | 1250.00 | portátil |
0,99 caneta | 0.99 | caneta | Educação
supermecado 31,20 | 31.20 | supermecado | Mercearia
jantra 32 ontem | 32.00 | jantra | Restaurantes | 11-21
gasloina 40 | 40.00 | gasloina | Transportes
restuarante 41 na terca | 41.00 | restuarante | Restaurantes | 11-17
tranferi 25 do banco para a poupanca | >25.00 | | | | @Banco >Poupança
ALMOÇO 12,50 DINHEIRO | 12.50 | ALMOÇO | Restaurantes | | @Dinheiro
Almoço 12,50 dinheiro | 12.50 | Almoço | Restaurantes | | @Dinheiro
sushi 22 revolut | 22.00 | sushi | Restaurantes | | @Revolut
sushi 22 pelo revolut | 22.00 | sushi | Restaurantes | | @Revolut
comissão do banco 2,50 | 2.50 | comissão | Contas | | @Banco
bilhetes concerto 90, lazer | 90.00 | bilhetes concerto | Lazer
zara 39,95 em roupa | 39.95 | zara | Roupa
coisas 15 categoria casa | 15.00 | coisas | Casa
- leite 1,05 | 1.05 | leite | Mercearia
leite, 1,05, @dinheiro | 1.05 | leite | Mercearia | | @Dinheiro
almoço: 12,50 | 12.50 | almoço | Restaurantes
almoço:12,50€ | 12.50 | almoço | Restaurantes
almoço (12,50) | 12.50 | almoço | Restaurantes
-12,50 almoço | 12.50 | almoço | Restaurantes
ginásio 29,90 | 29.90 | Ginásio | Saúde | | @Banco
ginasio 29,90 dia 2 | 29.90 | Ginásio | Saúde | 11-02 | @Banco
consultoria 400 | +400.00 | Consultoria | Outras receitas | | @Banco
#trabalho almoço 12 @dinheiro | 12.00 | almoço | Restaurantes | | @Dinheiro #trabalho
3/11 táxi 14 | 14.00 | táxi | Transportes | 11-03
dia 3 táxi 14 | 14.00 | táxi | Transportes | 11-03
3 nov táxi 14 | 14.00 | táxi | Transportes | 11-03
12/11/2026 65 ikea | 65.00 | IKEA | Casa | 11-12 | $IKEA
candeeiro no ikea 34,99 | 34.99 | candeeiro | Casa | | $IKEA
autocarro 28 1,50 | 1.50 | autocarro 28 | Transportes
jantar para 4 pessoas 96 | 96.00 | jantar para 4 pessoas | Restaurantes
água 5 l 1,20 | 1.20 | água 5 l | Mercearia
seguro 2026 240 | 240.00 | seguro 2026 | Contas
café esta manhã 1,20 | 1.20 | Café | Restaurantes | | @Dinheiro
hoje gastei 6 no estacionamento | 6.00 | estacionamento | Transportes
já paguei o ginásio 29,90 | 29.90 | Ginásio | Saúde | | @Banco
`

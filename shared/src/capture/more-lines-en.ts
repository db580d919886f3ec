/** More of `lines-en.ts`: each batch was written before the reading had seen it. */
export const moreEnglishLines = `
sandwich 4.20 | 4.20 | sandwich | Eating out
4.20 on a sandwich at the station | 4.20 | sandwich at the station | Eating out
spent 17.30 at the bakery this morning | 17.30 | bakery | Groceries
we spent 83.20 on groceries on saturday | 83.20 | groceries | Groceries | 11-21
paid the plumber 90 in cash | 90.00 | plumber | Home | | @Cash
paid 120 to the electrician @bank | 120.00 | electrician | Home | | @Bank
gas bill 44.10 oct 30 | 44.10 | gas bill | Bills | 10-30
council tax 102 on the 15th @bank | 102.00 | council tax | Bills | 11-15 | @Bank
metro pass 40 on 1 november | 40.00 | metro pass | Transport | 11-01
toll 7,35 friday | 7.35 | toll | Transport | 11-20
car wash 9 | 9.00 | car wash | Transport
tyres 310 @visa 9 nov | 310.00 | tyres | Transport | 11-09 | @Visa
vitamins 16.40 pharmacy | 16.40 | vitamins pharmacy | Health
glasses 199 four days ago @visa | 199.00 | glasses | Health | 11-18 | @Visa
jeans 39.99 primark | 39.99 | jeans primark | Clothes
kids shoes 45 + 38 | 83.00 | kids shoes | Clothes
theatre 2 x 18 | 36.00 | theatre | Leisure
museum (6+6+3) | 15.00 | museum | Leisure
video game 59.99 #treat | 59.99 | video game | Leisure | | #treat
beer 4.50 pub | 4.50 | beer pub | Eating out
tip 2 | 2.00 | tip |
wedding gift 150 | 150.00 | wedding gift | Gifts
donation 10 red cross | 10.00 | donation red cross | Gifts
exam fee 75 | 75.00 | exam fee | Education
university fees 900 @savings | 900.00 | university fees | Education | | @Savings
received 320 rent from tenant on 2 nov | +320.00 | rent from tenant | | 11-02
got 20 back from Rui |  +20.00 | back from Rui |
dividends 48.16 | +48.16 | dividends | Other income
pension 780 @bank 10/11 | +780.00 | pension | Other income | 11-10 | @Bank
won 25 lottery | +25.00 | won lottery |
+35 sold jacket | +35.00 | sold jacket | Other income
money back 12.99 amazon | -12.99 | money back amazon |
refunded 18 cinema tickets | -18.00 | refunded cinema tickets | Leisure
send 60 from bank to revolut | >60.00 | | | | @Bank >Revolut
saved 250 to savings from bank | >250.00 | | | | @Bank >Savings
150 from savings to visa | >150.00 | | | | @Savings >Visa
withdraw 80 bank | >80.00 | | | | @Bank >Cash
transfer 20 visa to cash wednesday | >20.00 | | | 11-18 | @Visa >Cash
lunch twelve fifty | 12.50 | lunch | Eating out
taxi thirty euros | 30.00 | taxi | Transport
fifteen euros taxi yesterday evening | 15.00 | taxi | Transport | 11-21
seven euros and twenty cents bakery | 7.20 | bakery | Groceries
hundred and fifty euros coat | 150.00 | coat | Clothes
3 thousand sofa | 3000.00 | sofa | Home
2.3k sofa @visa | 2300.00 | sofa | Home | | @Visa
US$25 course | 25.00 USD | course | Education
18 GBP train london | 18.00 GBP | train london | Transport
R$50 dinner | 50.00 BRL | dinner | Eating out
brekfast 6.10 | 6.10 | brekfast | Eating out
pharmcy 12.45 | 12.45 | pharmcy | Health
electrcity 58 | 58.00 | electrcity | Bills
diner 24 thrusday | 24.00 | diner | Eating out | 11-19
parkng 3.20 | 3.20 | parkng | Transport
on tuesday I spent 14 on lunch | 14.00 | lunch | Eating out | 11-17
yesterday I bought a jacket for 89 | 89.00 | jacket | Clothes | 11-21
today 3.10 coffee and cake | 3.10 | coffee and cake | Eating out
for Rui 12 school book | 12.00 | school book | Leisure | | ~Rui
milk 1.05 @casj | 1.05 | milk | Groceries | | @Cash
lunch @rev 9.90 | 9.90 | lunch | Eating out | | @Revolut
@visa 21/11 pizza 19,80 | 19.80 | pizza | Eating out | 11-21 | @Visa
2026/11/14 haircut 15 | 15.00 | haircut | Health | 11-14
14.11.2026 haircut 15 | 15.00 | haircut | Health | 11-14
haircut 15 14/11/26 | 15.00 | haircut | Health | 11-14
cheese 7.80/2 | 3.90 | cheese | Groceries
pizza 30/3 | 10.00 | pizza | Eating out
wine 3*4.99 @visa for the party | 14.97 | wine for the party | Groceries | | @Visa
costa coffee 4.15 | 4.15 | Costa Coffee | Eating out | | $Costa Coffee
latte at costa coffee 4.15 | 4.15 | latte | Eating out | | $Costa Coffee
paid netflix 12.99 on the 20th | 12.99 | Netflix | Leisure | 11-20 | $Netflix
lidl 27,46 | 27.46 | lidl | Groceries
had lunch with Sarah at that new thai place, came to 38.50 | 38.50 | had lunch with Sarah at that new thai place | Eating out
filled up the car 62.10 | 62.10 | filled up the car | Transport
weekly shop at Lidl 84.20 on card | 84.20 | weekly shop at Lidl | Groceries | | @Visa
dropped 15 on beers friday night | 15.00 | beers | Groceries | 11-20
picked up prescription £9.90 | 9.90 GBP | picked up prescription | Health
2 x train tickets to Leeds 31.50 each | 63.00 | 2 x train tickets to Leeds | Transport
split dinner with Rui, my half 27.40 | 27.40 | split dinner with Rui, my half | Eating out
Amazon - headphones 45.99 | 45.99 | Amazon - headphones |
kids' swimming lessons 55 for november | 55.00 | kids' swimming lessons for november | Education
rent for november 850 from bank | 850.00 | rent for november | Home | | @Bank
Uber to airport 34, visa | 34.00 | Uber to airport | Transport | | @Visa
birthday cake for Ana 28.50 yesterday | 28.50 | birthday cake | Eating out | 11-21 | ~Ana
gave 10 to charity | 10.00 | charity | Gifts
lent Rui 50 | 50.00 | lent Rui |
got my salary 2,130.45 today | +2130.45 | salary | Salary
mum sent me 100 | +100.00 | mum |
interest from savings 4.12 | +4.12 | interest | Other income | | @Savings
car MOT 54.85 on 17 Nov | 54.85 | car MOT | Transport | 11-17
vet bill for the cat £78 | 78.00 GBP | vet bill for the cat |
Oct 31 halloween sweets 11.35 | 11.35 | halloween sweets | Groceries | 10-31
parking at hospital 4.80 tues | 4.80 | parking at hospital | Transport | 11-17
new phone case 12.99 amazon #phone | 12.99 | new phone case amazon | | | #phone
groceries (tesco) 41.15 | 41.15 | groceries (tesco) | Groceries | | $Tesco
takeaway curry 22.90 sat night | 22.90 | takeaway curry | Eating out | 11-21
12.99 for disney plus | 12.99 | disney plus | Leisure
paid council tax £164 by bank | 164.00 GBP | council tax | Bills | | @Bank
cinema w/ Rui 21 | 21.00 | cinema w/ Rui | Leisure
dentist on monday cost me 85 | 85.00 | dentist | Health | 11-16
bus pass for december 48 | 48.00 | bus pass for december | Transport
tipped the hairdresser 5 | 5.00 | tipped the hairdresser | Health
ebay sale +34.50 | +34.50 | ebay sale | Other income
returned jumper, got 29.99 back | -29.99 | returned jumper | Clothes
milk bread eggs 7.15 corner shop | 7.15 | milk bread eggs corner shop | Groceries
15.60 chinese | 15.60 | chinese | Eating out
coffee x2 6.40 | 6.40 | coffee x2 | Eating out
holiday cottage 640 @visa #holiday | 640.00 | holiday cottage | Leisure | | @Visa #holiday
flowers 18 for mum's birthday | 18.00 | flowers for mum's birthday | Gifts
350 flights to Lisbon, on visa, 12 oct | 350.00 | flights to Lisbon | Leisure | 10-12 | @Visa
sofa 1,199 ikea | 1199.00 | sofa ikea | Home | | $IKEA
pay day 1980 | +1980.00 | pay day | Salary
subscription to the guardian 5.99 | 5.99 | subscription to the guardian | Leisure
haircut yesterday, twenty two pounds | 22.00 GBP | haircut | Health | 11-21
thirty quid on petrol | 30.00 GBP | petrol | Transport
a fiver on ice cream | 5.00 | ice cream | Eating out
scratch card 3 | 3.00 | scratch card | Leisure
transfer 120 savings to bank | >120.00 | | | | @Savings >Bank
took 100 out of the bank | >100.00 | | | | @Bank >Cash
credit card payment 300 from bank to visa | >300.00 | credit card payment | | | @Bank >Visa
ordered pizza last night for 24.80 | 24.80 | ordered pizza | Eating out | 11-21
nursery fees november 410 @bank | 410.00 | nursery fees november | Education | | @Bank
milk and eggs from the corner shop £4.85 | 4.85 GBP | milk and eggs from the corner shop | Groceries
Sunday roast with the family 64 | 64.00 | roast with the family | Eating out | 11-22
refilled the oyster card 20 | 20.00 | refilled the oyster card | Transport
dog groomer 35 | 35.00 | dog groomer |
boiler service 89 on 16th november by card | 89.00 | boiler service | Home | 11-16 | @Visa
rent 725.00 bank 01.11.2026 | 725.00 | rent | Home | 11-01 | @Bank
school dinners 12.50 last friday | 12.50 | school dinners | Education | 11-20
two pints at the Crown 11.20 | 11.20 | two pints at the Crown | Eating out
Ana's birthday present 45 | 45.00 | Ana's birthday present | Gifts
child benefit 96.25 into bank | +96.25 | child benefit | Other income | | @Bank
overtime 180 | +180.00 | overtime | Salary
wages came in 1920.16 | +1920.16 | wages came in | Salary
phone contract 24 monthly | 24.00 | phone contract monthly | Bills
broken window repair 140 @bank nov 9 | 140.00 | broken window repair | Home | 11-09 | @Bank
stamps 8.10 | 8.10 | stamps |
coffee beans 9.95 @visa | 9.95 | coffee beans | Groceries | | @Visa
ferry tickets 4 x 22.50 @visa #summer | 90.00 | ferry tickets | Transport | | @Visa #summer
paid Rui back 35 | 35.00 | Rui back |
breakfast @ costa coffee 7.60 | 7.60 | breakfast | Eating out | | $Costa Coffee
new trainers for Rui 65 yesterday in cash | 65.00 | new trainers | Clothes | 11-21 | @Cash ~Rui
plumber came on thursday 95 cash | 95.00 | plumber came | Home | 11-19 | @Cash
theme park tickets 3 x 41.50 | 124.50 | theme park tickets | Leisure
5.20 parking this afternoon | 5.20 | parking | Transport
bought 2 kg of apples for 3.98 | 3.98 | 2 kg of apples | Groceries
spent a hundred and ten on groceries | 110.00 | groceries | Groceries
forty five euros on a haircut and colour | 45.00 | haircut and colour | Health
transfer to savings 150 from bank on 1 nov | >150.00 | | | 11-01 | @Bank >Savings
top up revolut from bank 40 | >40.00 | | | | @Bank >Revolut
withdrawal 50 @bank | >50.00 | | | | @Bank >Cash
council tax refund 38 | +38.00 | council tax refund | Other income
£3 raffle | 3.00 GBP | raffle |
dry cleaning 14.50 wed | 14.50 | dry cleaning | Clothes | 11-18
rent deposit back +600 @bank | +600.00 | rent deposit back | | | @Bank
7.99 kindle book three days ago | 7.99 | kindle book | Leisure | 11-19
gas and electric 112.40 direct debit from bank | 112.40 | gas and electric direct debit | Bills | | @Bank
beach bar, 23, sat | 23.00 | beach bar | Eating out | 11-21
tesco 12,3 milk bread | 12.30 | tesco milk bread | Groceries | | $Tesco
pilates class 12 #health @revolut | 12.00 | pilates class | Leisure | | @Revolut #health
I bought two loaves of bread for three euros | 3.00 | two loaves of bread | Groceries
spent 42.80 at the butcher's on Saturday morning | 42.80 | butcher's | Groceries | 11-21
dinner at Nonna's with the team, 118.60, visa, thursday | 118.60 | dinner at Nonna's with the team | Eating out | 11-19 | @Visa
electric scooter rental 6.75 | 6.75 | electric scooter rental | Transport
hotel in Braga 2 nights 164 @visa #braga | 164.00 | hotel in Braga 2 nights | Leisure | | @Visa #braga
yoga mat 24.99 | 24.99 | yoga mat | Leisure
lightbulbs 7.60 | 7.60 | lightbulbs | Home
received 89 from insurance claim | +89.00 | insurance claim |
pocket money for Ana 10 cash | 10.00 | pocket money | | | @Cash ~Ana
cinema tickets 2 x 8.90 and popcorn | 17.80 | cinema tickets and popcorn | Leisure
paid 540 rent this morning from bank | 540.00 | rent | Home | | @Bank
ebook 4.99 | 4.99 | ebook | Leisure
10 litres of paint 64 | 64.00 | 10 litres of paint | Home
kids menu 7.50 twice | 7.50 | kids menu twice | Eating out
tram 2.10 nov 19 | 2.10 | tram | Transport | 11-19
salary november 1850.25 @bank | +1850.25 | salary november | Salary | | @Bank
christmas presents 134.70 so far | 134.70 | christmas presents so far | Gifts
car insurance 312 yearly @bank 5 november | 312.00 | car insurance yearly | Bills | 11-05 | @Bank
passport photos 8 | 8.00 | passport photos |
1.15 gum | 1.15 | gum | Groceries
move 30 euros from cash to revolut | >30.00 | | | | @Cash >Revolut
physio session forty two euros tuesday | 42.00 | physio session | Health | 11-17
cough syrup and tissues 11.35 | 11.35 | cough syrup and tissues | Health
lunch out with mum 31 yesterday by visa | 31.00 | lunch out with mum | Eating out | 11-21 | @Visa
sunglasses 59 @revolut #summer | 59.00 | sunglasses | Clothes | | @Revolut #summer
bus to work 1.85 @cash #commute 20/11 | 1.85 | bus to work | Transport | 11-20 | @Cash #commute
new kettle £29.99 argos | 29.99 GBP | new kettle argos | Home
bank interest 0.84 @savings | +0.84 | bank interest | Other income | | @Savings
guitar strings 9.20 | 9.20 | guitar strings | Leisure
`

/**
 * Lines as people write them, on Sunday 22 November 2026, and what each means:
 * `line | amount | description | category | date | rest`. The amount is `+` for
 * income, `>` for a transfer, `-` for a refund; without a date it is that day.
 * In the rest: `@account`, `>account`, `~member`, `$payee`, `#tag`.
 */
export const englishLines = `
12,50 lunch @cash #work yesterday | 12.50 | lunch | Eating out | 11-21 | @Cash #work
lunch 12.50 | 12.50 | lunch | Eating out
+1500 salary | +1500.00 | salary | Salary
received 1500 salary on the 5th | +1500.00 | salary | Salary | 11-05
spent 20 at the market yesterday | 20.00 | market | Groceries | 11-21
transfer 200 from bank to savings | >200.00 | | | | @Bank >Savings
coffee 3 on monday | 3.00 | Coffee | Eating out | 11-16 | @Cash
taxi 14€ nov 3 | 14.00 | taxi | Transport | 11-03
twenty euros petrol | 20.00 | petrol | Transport
1.5k rent @bank | 1500.00 | rent | Home | | @Bank
groceries 54.30 | 54.30 | groceries | Groceries
54.30 groceries | 54.30 | groceries | Groceries
bread 1.20 and milk | 1.20 | bread and milk | Groceries
€3.40 bus ticket | 3.40 | bus ticket | Transport
bus ticket €3.40 | 3.40 | bus ticket | Transport
bus ticket 3.40 EUR | 3.40 | bus ticket | Transport
3.40 eur bus ticket yesterday | 3.40 | bus ticket | Transport | 11-21
yesterday dinner 45 | 45.00 | dinner | Eating out | 11-21
dinner yesterday 45 | 45.00 | dinner | Eating out | 11-21
45 dinner yesterday with visa | 45.00 | dinner | Eating out | 11-21 | @Visa
dinner 45 by card | 45.00 | dinner | Eating out | | @Visa
paid 45 for dinner on friday | 45.00 | dinner | Eating out | 11-20
I paid 45 for dinner on friday | 45.00 | dinner | Eating out | 11-20
just paid 6.80 for parking | 6.80 | parking | Transport
bought shoes for 79.90 | 79.90 | shoes | Clothes
bought shoes 79.90 @visa | 79.90 | shoes | Clothes | | @Visa
79,90 shoes @visa #sale | 79.90 | shoes | Clothes | | @Visa #sale
new shirt 25 last saturday | 25.00 | new shirt | Clothes | 11-21
haircut 15 | 15.00 | haircut | Health
electricity bill 62.35 1/11 | 62.35 | electricity bill | Bills | 11-01
electricity 62.35 01/11/2026 | 62.35 | electricity | Bills | 11-01
water bill 18,20 2026-11-10 | 18.20 | water bill | Bills | 11-10
internet 35 on 12/11 | 35.00 | internet | Bills | 11-12
internet 35 12-11-2026 | 35.00 | internet | Bills | 11-12
phone bill 15.99 on the 10th | 15.99 | phone bill | Bills | 11-10
netflix 12.99 | 12.99 | Netflix | Leisure | | $Netflix
spotify 10.99 3 days ago | 10.99 | spotify | Leisure | 11-19
cinema 8+8 | 16.00 | cinema | Leisure
cinema 2*8.50 saturday | 17.00 | cinema | Leisure | 11-21
popcorn 4,50+3 | 7.50 | popcorn |
lunch 12.50+3 | 15.50 | lunch | Eating out
3x1.20 croissants | 3.60 | croissants | Eating out
2 coffees 3.40 | 3.40 | 2 coffees | Eating out
2 coffees 3 | 3.00 | 2 coffees | Eating out
pharmacy 9.85 for Ana | 9.85 | pharmacy | Health | | ~Ana
present for Ana 30 | 30.00 | present | Gifts | | ~Ana
Ana paid 20 for lunch | 20.00 | lunch | Eating out | | ~Ana
shoes for Rui 49 | 49.00 | shoes | Clothes | | ~Rui
book 14.95 for mum | 14.95 | book for mum | Leisure
groceries at tesco 63.10 | 63.10 | groceries | Groceries | | $Tesco
63.10 at Tesco | 63.10 | Tesco | Groceries | | $Tesco
tesco 63.10 | 63.10 | Tesco | Groceries | | $Tesco
20 on transport | 20.00 | transport | Transport
uber 11.40 last night | 11.40 | uber | Transport | 11-21
taxi home 18 tonight | 18.00 | taxi home | Transport
train to porto 24.50 tomorrow | 24.50 | train to porto | Transport | 11-23
hotel 120 #trip #porto | 120.00 | hotel | Leisure | | #porto #trip
flight 89.99 @visa #trip | 89.99 | flight | Leisure | | @Visa #trip
gas station 60 | 60.00 | gas station | Transport
petrol 55 @visa yesterday morning | 55.00 | petrol | Transport | 11-21 | @Visa
got 50 from grandma | +50.00 | grandma |
got paid 1500 | +1500.00 | |
earned 200 freelance | +200.00 | freelance | Other income
+200 freelance 15/11 | +200.00 | freelance | Other income | 11-15
salary 1850 | +1850.00 | salary | Salary
salary 1,850.00 @bank | +1850.00 | salary | Salary | | @Bank
bonus 500 in bank | +500.00 | bonus | Salary | | @Bank
interest 3.27 @savings | +3.27 | interest | Other income | | @Savings
sold bike for 120 | +120.00 | sold bike | Other income
sold old phone 80 cash | +80.00 | sold old phone | Other income | | @Cash
refund 20 zara | -20.00 | refund zara | Clothes
refund 35.90 shoes yesterday | -35.90 | refund shoes | Clothes | 11-21
tax refund 312.40 | +312.40 | tax refund | Other income
transfer 50 to savings from bank | >50.00 | | | | @Bank >Savings
transferred 50 from bank to savings yesterday | >50.00 | | | 11-21 | @Bank >Savings
moved 100 from savings to bank | >100.00 | | | | @Savings >Bank
200 bank to savings | >200.00 | | | | @Bank >Savings
200 bank -> savings | >200.00 | | | | @Bank >Savings
bank→cash 60 | >60.00 | | | | @Bank >Cash
transfer 75 bank revolut | >75.00 | | | | @Bank >Revolut
transfer 300 from my bank account to the savings account for holidays | >300.00 | holidays | | | @Bank >Savings
withdrew 40 from bank | >40.00 | | | | @Bank >Cash
withdrew 40 from the bank on thursday | >40.00 | | | 11-19 | @Bank >Cash
deposited 150 in bank | >150.00 | | | | @Cash >Bank
put 100 from bank into savings | >100.00 | | | | @Bank >Savings
doctor 40 2 days ago | 40.00 | doctor | Health | 11-20
dentist 65 a week ago | 65.00 | dentist | Health | 11-15
vet 38 two weeks ago | 38.00 | vet |  | 11-08
school trip 12 | 12.00 | school trip | Education
course 149 @bank 03/10/2026 | 149.00 | course | Education | 10-03 | @Bank
rent 650 on the 1st | 650.00 | rent | Home | 11-01
rent 650 november 1 | 650.00 | rent | Home | 11-01
rent 650 1 november | 650.00 | rent | Home | 11-01
rent 650 1st of november | 650.00 | rent | Home | 11-01
rent 650 on the 28th | 650.00 | rent | Home | 10-28
rent 650 dec 1 | 650.00 | rent | Home | 2025-12-01
rent 650 1 dec 2025 | 650.00 | rent | Home | 2025-12-01
mortgage 480.55 on 2/11 | 480.55 | mortgage | Home | 11-02
ice cream 2,80 | 2.80 | ice cream | Eating out
ice cream 2.80 sunday | 2.80 | ice cream | Eating out | 11-22
ice cream 2.80 last sunday | 2.80 | ice cream | Eating out | 11-15
sun cream 8 | 8.00 | sun cream | Health
pizza twelve euros | 12.00 | pizza | Eating out
pizza for twelve euros fifty | 12.50 | pizza | Eating out
coffee one euro twenty | 1.20 | Coffee | Eating out | | @Cash
twenty five euros gift | 25.00 | gift | Gifts
twenty-five euros for a gift | 25.00 | gift | Gifts
a hundred euros jacket | 100.00 | jacket | Clothes
one hundred and twenty euros jacket | 120.00 | jacket | Clothes
two thousand euros car repair | 2000.00 | car repair | Transport
fifty cents parking | 0.50 | parking | Transport
80 cents water | 0.80 | water | Groceries
12 euros and 50 cents lunch | 12.50 | lunch | Eating out
12 euros lunch | 12.00 | lunch | Eating out
lunch was 12 euros | 12.00 | lunch | Eating out
lunch cost 12 | 12.00 | lunch | Eating out
spent twenty at the cinema | 20.00 | cinema | Leisure
spent 5 on flowers for mum | 5.00 | flowers for mum | Gifts
cost me 30 to fix the bike | 30.00 | fix the bike | Transport
£20 books | 20.00 GBP | books | Leisure
$14 app | 14.00 USD | app |
14 usd app @revolut | 14.00 USD | app | | | @Revolut
30 CHF dinner zurich | 30.00 CHF | dinner zurich | Eating out
books 20 pounds | 20.00 GBP | books | Leisure
1,250.00 laptop @visa | 1250.00 | laptop | | | @Visa
1 250 laptop | 1250.00 | laptop |
2k car | 2000.00 | car | Transport
0,99 pen | 0.99 | pen |
.50 sweets | 0.50 | sweets | Groceries
lunhc 12.50 | 12.50 | lunhc | Eating out
grocries 31.20 | 31.20 | grocries | Groceries
dinner 32 yesteday | 32.00 | dinner | Eating out | 11-21
restaraunt 41 on wendesday | 41.00 | restaraunt | Eating out | 11-18
recieved 100 from Rui | +100.00 | Rui |
transfered 25 from bank to savigns | >25.00 | | | | @Bank >Savings
LUNCH 12.50 CASH | 12.50 | LUNCH | Eating out | | @Cash
Lunch 12,50 cash | 12.50 | Lunch | Eating out | | @Cash
lunch cash 12.50 | 12.50 | lunch | Eating out | | @Cash
lunch in cash 12.50 | 12.50 | lunch | Eating out | | @Cash
gift card 20 | 20.00 | gift card | Gifts
birthday card 3.50 | 3.50 | birthday card | Gifts
sushi 22 revolut | 22.00 | sushi | Eating out | | @Revolut
sushi 22 via revolut | 22.00 | sushi | Eating out | | @Revolut
bank fee 2.50 @bank | 2.50 | bank fee | Bills | | @Bank
concert tickets 90, leisure | 90.00 | concert tickets | Leisure
zara 39.95 in clothes | 39.95 | zara | Clothes
stuff 15 category home | 15.00 | stuff | Home
- milk 1.05 | 1.05 | milk | Groceries
* eggs 2.40 | 2.40 | eggs | Groceries
eggs, 2.40, @cash | 2.40 | eggs | Groceries | | @Cash
lunch: 12.50 | 12.50 | lunch | Eating out
lunch:12.50 | 12.50 | lunch | Eating out
lunch = 12.50 | 12.50 | lunch | Eating out
lunch (12.50) | 12.50 | lunch | Eating out
-12.50 lunch | 12.50 | lunch | Eating out
lunch -12.50 | 12.50 | lunch | Eating out
gym 29.90 | 29.90 | Gym | Health | | @Bank
Gym 29.90 on the 2nd | 29.90 | Gym | Health | 11-02 | @Bank
piano lesson 25 for Rui | 25.00 | Piano lesson | Education | | ~Rui
consulting 400 | +400.00 | Consulting | Other income | | @Bank
#work lunch 12 @cash | 12.00 | lunch | Eating out | | @Cash #work
#work #client dinner with team 86.40 @visa 18/11 | 86.40 | dinner with team | Eating out | 11-18 | @Visa #client #work
monday coffee 1.20 | 1.20 | Coffee | Eating out | 11-16 | @Cash
nov 3 taxi 14 | 14.00 | taxi | Transport | 11-03
3 nov taxi 14 | 14.00 | taxi | Transport | 11-03
3/11 taxi 14 | 14.00 | taxi | Transport | 11-03
12/11/2026 65 ikea | 65.00 | IKEA | Home | 11-12 | $IKEA
lamp at ikea 34.99 | 34.99 | lamp | Home | | $IKEA
bus 28 1.50 | 1.50 | bus 28 | Transport
beer 3 pints 15 | 15.00 | beer 3 pints | Groceries
6 eggs 2.40 | 2.40 | 6 eggs | Groceries
dinner for 4 people 96 | 96.00 | dinner for 4 people | Eating out
water 5 l 1.20 | 1.20 | water 5 l | Groceries
parking 2 hours 3 | 3.00 | parking 2 hours | Transport
insurance 2026 240 | 240.00 | insurance 2026 | Bills
this morning coffee 1.20 | 1.20 | Coffee | Eating out | | @Cash
coffee 1.20 this morning | 1.20 | Coffee | Eating out | | @Cash
coffee 1.20 the day before yesterday | 1.20 | Coffee | Eating out | 11-20 | @Cash
coffee 1.20 next monday | 1.20 | Coffee | Eating out | 11-23 | @Cash
`

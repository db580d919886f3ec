import type { Topic } from './topics.ts'

/** English words for what money is spent on or comes from: folded, in the singular, apart by commas. */
export const englishTopics: Readonly<Record<Topic, string>> = {
  none: 'phone case,phone charger,house warming,charger,sim tool',
  food: `groceries,grocery,supermarket,market,farmers market,food,bread,milk,egg,cheese,fruit,vegetable,veg,meat,
    butcher,fish,fishmonger,bakery,baker,deli,rice,pasta,butter,yogurt,cereal,water,wine,beer,juice,snack,apple,banana,
    tomato,potato,onion,salad,chicken,beef,pork,salmon,tuna,ham,sausage,bacon,olive oil,oil,sugar,flour,salt,spice,
    honey,jam,nut,biscuit,cookie,chocolate,sweet,candy,crisp,frozen food,soup,gum,chewing gum,coffee bean,ground coffee,tea bag,
    tesco,lidl,aldi,sainsbury,waitrose,asda,morrison,costco,walmart,greengrocer,corner shop,weekly shop,big shop,
    food shop,top-up shop,lunch box,packed lunch,strawberry,orange,lemon,grape,avocado,oat milk,tofu`,
  eatingOut: `lunch,dinner,breakfast,brunch,supper,coffee,cafe,espresso,latte,cappuccino,flat white,americano,hot
    chocolate,tea,restaurant,bistro,pizza,pizzeria,burger,sushi,kebab,takeaway,take away,takeout,take-away,sandwich,
    ice cream,icecream,gelato,pub,drink,pint,bar,cocktail,uber eats,deliveroo,just eat,doordash,mcdonald,starbuck,kfc,
    subway sandwich,greggs,nando,canteen,bagel,pastry,cake,croissant,muffin,donut,doughnut,pancake,waffle,smoothie,
    snack bar,tapas,curry,noodle,ramen,taco,burrito,chinese,thai,indian,italian,mexican,greek,japanese,korean,
    vietnamese,fish and chip,fish & chip,chip,chippy,sunday roast,roast,steak,bbq,buffet,breakfast out,eating out,ate
    out,meal,meal out,wine bar,beer garden,round of drink,food truck,food delivery`,
  home: `rent,mortgage,furniture,sofa,lamp,ikea,plumber,electrician,carpenter,painter,locksmith,cleaner,cleaning,
    cleaning product,detergent,bleach,washing powder,repair,paint,garden,plant,compost,curtain,mattress,pillow,duvet,
    hardware,tool,drill,screw,kitchen,pan,towel,bed,bedsheet,chair,table,desk,shelf,rug,mirror,light bulb,bulb,
    batteries,battery,washing machine,fridge,freezer,oven,kettle,toaster,vacuum,hoover,dishwasher,toilet paper,
    kitchen roll,bin bag,condo fee,service charge,diy,b&q,home depot,boiler,boiler service,window,window cleaner,
    handyman,gardener,removal,moving van,storage unit,key,candle,vase,lawn mower,heater,fan`,
  bills: `electricity,electric,electric bill,electricity bill,power bill,water bill,gas bill,gas and electric,bill,
    utility,heating,heating oil,council tax,tv licence,bank fee,bank charge,overdraft fee,fee,energy bill,energy,
    sewage,garbage,trash,rubbish collection,standing charge,late fee,membership fee,postage,power,water rates`,
  phone: `phone,phone bill,phone contract,phone top up,mobile,mobile bill,mobile top up,internet,internet bill,
    broadband,wifi,sim card,sim,data plan,phone plan,landline,roaming`,
  transport: `bus,bus fare,train,train fare,metro,tube,subway,taxi,cab,uber,bolt,lyft,tram,parking,car park,parking
    meter,toll,congestion charge,car wash,mechanic,garage,bike repair,bicycle,bike,scooter,ferry,transport,commute,
    travel card,oyster,oyster card,railcard,car service,car repair,tyre,tire,puncture,oil change,mot,car,brake,car part,
    bus pass,train ticket,bus ticket,metro pass,parking ticket,taxi home,uber home,bus home,train home,bike lane,bike
    hire,driver,carpool,rail,coach,monthly pass,season ticket`,
  fuel: `petrol,fuel,diesel,gasoline,gas station,petrol station,gas,filled up,fill up,full tank,shell,ev charging,
    charging the car,car charging`,
  health: `pharmacy,chemist,medicine,medication,doctor,gp,dentist,dental,hygienist,hospital,glasses,optician,eye test,
    physio,physiotherapist,therapy,therapist,counselling,counsellor,vitamin,supplement,pill,prescription,vaccine,jab,
    clinic,blood test,contact lens,lenses,x-ray,surgery,plaster,ibuprofen,paracetamol,aspirin,cough syrup,antibiotic,
    inhaler,thermometer,first aid,massage therapist,chiropractor,osteopath,podiatrist,boots,specialist,checkup`,
  clothes: `clothes,shirt,t-shirt,tshirt,tee,jean,trouser,dress,shoe,jacket,coat,sock,hat,cap,sweater,jumper,cardigan,
    skirt,boot,trainer,sneaker,sandal,slipper,belt,underwear,bra,boxers,tights,scarf,zara,h&m,primark,uniqlo,asos,
    nike,adidas,glove,pyjama,bag,handbag,backpack,swimsuit,bikini,hoodie,suit,tie,blouse,shorts,leggings,uniform,
    school uniform,raincoat,umbrella,watch,jewellery,earring,sunglasses,dry cleaning,dry cleaner,laundry,laundrette,
    tailor,shoe repair,vinted`,
  leisure: `cinema,movie,film,concert,gig ticket,theatre,theater,play,opera,ballet,museum,gallery,game,video game,
    book,kindle book,ebook,comic,party,bowling,zoo,aquarium visit,festival,exhibition,ticket,karaoke,club,nightclub,
    toy,lego,magazine,newspaper,lottery,lottery ticket,scratch card,scratchcard,raffle ticket,puzzle,board game,
    playstation,xbox,steam,nintendo,football ticket,match ticket,match,hobby,craft,yarn,guitar,vinyl,record,camera,
    camping,picnic,amusement park,theme park,day out,escape room,fair,circus,arcade,mini golf,pool table,darts,
    fishing,cigarettes,tobacco,vape,entertainment,leisure`,
  sport: `gym,yoga,yoga class,pilates,pilates class,spin class,swimming,swimming pool,swim,football,tennis,tennis
    lesson,padel,badminton,squash,running shoe,climbing,fitness,gym membership,surf,surf lesson,ski pass,ski,golf,
    dance class,boxing,martial arts,judo,karate,marathon,race entry,racket,dumbbell,personal trainer,crossfit`,
  subscriptions: `netflix,spotify,disney,disney plus,hbo,amazon prime,prime,youtube,youtube premium,icloud,
    subscription,patreon,audible,apple music,apple tv,chatgpt,google one,dropbox,newspaper subscription,now tv,sky,
    paramount,twitch,duolingo,adobe,microsoft 365,office 365,vpn,notion`,
  education: `school,school fee,school dinner,school meal,school lunch,school bus fee,course,online course,tuition,
    tutor,tutoring,textbook,university,uni,college,lesson,class,exam,exam fee,notebook,stationery,school trip,language
    course,nursery,nursery fee,kindergarten,preschool,after school club,workshop,seminar,conference,piano lesson,guitar
    lesson,music lesson,swimming lesson,driving lesson,driving test,school supply,udemy,coursera,pencil,graduation,
    student loan,library fine,printing,photocopy`,
  gifts: `gift,present,birthday,birthday present,birthday gift,birthday card,wedding,wedding gift,flower,bouquet,
    donation,charity,christmas present,christmas gift,xmas present,gift card,baby shower,leaving gift,collection,card
    for,sponsor,church,offering,secret santa,valentine,anniversary,mother day,father day,hamper`,
  pets: `vet,vet bill,dog,cat,puppy,kitten,dog food,cat food,pet,pet food,cat litter,dog walker,dog groomer,groomer,
    kennel,cattery,flea treatment,aquarium,hamster,rabbit,pet insurance`,
  children: `nappy,nappies,diaper,wipe,babysitter,baby food,baby formula,formula,daycare,childminder,nanny,pocket
    money,baby,pram,pushchair,stroller,car seat,cot,kid,kids,childcare,children,playgroup,soft play,school photo`,
  travel: `hotel,flight,hostel,airbnb,bnb,holiday,vacation,trip,weekend away,city break,plane ticket,plane,booking,
    airport,visa fee,ryanair,easyjet,luggage,suitcase,car rental,car hire,rental car,train trip,passport,holiday
    cottage,holiday home,holiday house,campsite,cruise,tour,excursion,souvenir,travel,ski trip,lounge,currency exchange`,
  beauty: `haircut,hair cut,hairdresser,hair,barber,shampoo,conditioner,makeup,make-up,lipstick,mascara,cosmetic,
    perfume,aftershave,nail,manicure,pedicure,spa,massage,facial,waxing,toothpaste,toothbrush,soap,shower gel,
    deodorant,cream,sun cream,sunscreen,razor,skincare,moisturiser,tampon,toiletries,toiletry,beautician,tattoo`,
  insurance: `insurance,car insurance,home insurance,house insurance,contents insurance,health insurance,life
    insurance,travel insurance,phone insurance`,
  taxes: `tax,taxes,fine,property tax,income tax,road tax,car tax,speeding fine,speeding ticket,parking fine,stamp
    duty,vat,customs,customs duty,accountant,notary,solicitor,lawyer`,
  salary: `salary,wage,wages,payday,pay day,paycheck,pay check,payslip,monthly pay,pay rise,bonus,overtime,commission,
    christmas bonus,paid by work,maternity pay,sick pay,shift pay,holiday pay,back pay`,
  otherIncome: `interest,dividend,rental income,rent received,tax refund,cashback,allowance,freelance,freelancing,
    side job,side gig,gig,scholarship,pension,state pension,child benefit,benefit,housing benefit,unemployment benefit,
    universal credit,lottery win,winnings,inheritance,royalties,grant,stipend,babysitting money,tutoring income,
    consulting,sold,sale,sale on,ebay sale,vinted sale,car boot sale,tips from work,expenses claim,reimbursement,student grant`,
}

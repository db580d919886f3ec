/** What people spend on and live from, however their categories are called. */
export type Topic =
  | 'food'
  | 'eatingOut'
  | 'home'
  | 'bills'
  | 'transport'
  | 'health'
  | 'clothes'
  | 'leisure'
  | 'education'
  | 'gifts'
  | 'fuel'
  | 'pets'
  | 'children'
  | 'travel'
  | 'beauty'
  | 'insurance'
  | 'taxes'
  | 'phone'
  | 'sport'
  | 'subscriptions'
  | 'salary'
  | 'otherIncome'
  /** Known, and none of them: a phone case is no phone bill. */
  | 'none'

/** Where a ledger has no category for a topic, the wider one that takes it in. */
export const widerTopic: Partial<Record<Topic, Topic>> = {
  fuel: 'transport',
  insurance: 'bills',
  taxes: 'bills',
  phone: 'bills',
  travel: 'leisure',
  sport: 'leisure',
  subscriptions: 'leisure',
  beauty: 'health',
  eatingOut: 'food',
}

/** What a category for a topic may be called, in either language. */
export const topicNames: Readonly<Record<Topic, string>> = {
  none: '',
  food: 'groceries,grocery,food,supermarket,mercearia,supermercado,alimentacao,comida,compras,mercado',
  eatingOut:
    'eating out,restaurants,restaurant,dining,takeaway,restaurantes,restaurante,refeicoes,cafes,comer fora',
  home: 'home,house,housing,household,rent,casa,habitacao,renda,lar',
  bills:
    'bills,utilities,contas,despesas fixas,servicos,faturas,agua luz e gas',
  transport:
    'transport,transportation,commute,car,transportes,transporte,carro,deslocacoes',
  health: 'health,medical,healthcare,pharmacy,saude,farmacia',
  clothes: 'clothes,clothing,shopping,roupa,vestuario,roupas',
  leisure:
    'leisure,entertainment,fun,hobbies,lazer,entretenimento,diversao,tempos livres',
  education: 'education,school,studies,educacao,escola,estudos,ensino',
  gifts: 'gifts,presents,donations,presentes,prendas,ofertas',
  fuel: 'fuel,petrol,gas,combustivel,gasolina',
  pets: 'pets,pet,animals,animais,animais de estimacao,gatos,caes',
  children: 'children,kids,baby,childcare,criancas,filhos,bebe',
  travel: 'travel,trips,holidays,vacation,viagens,ferias',
  beauty: 'beauty,personal care,beleza,cuidados pessoais',
  insurance: 'insurance,seguros,seguro',
  taxes: 'taxes,tax,impostos',
  phone: 'phone,mobile,internet,telemovel,telecomunicacoes,comunicacoes',
  sport: 'sport,sports,fitness,gym,desporto,ginasio',
  subscriptions: 'subscriptions,subscription,streaming,subscricoes,assinaturas',
  salary: 'salary,wages,pay,job,salario,ordenado,vencimento,trabalho',
  otherIncome:
    'other income,income,extra,extras,outras receitas,receitas,outros rendimentos,rendimentos',
}

import type { problems as english } from '../en/problems.ts'
import type { Same } from '../same.ts'

export const problems: Same<typeof english> = {
  server_unreachable:
    'Não é possível chegar ao servidor. Nada se perde; tente de novo quando ele voltar.',
  'server_bad-request':
    'O servidor não percebeu. Atualize a aplicação e tente de novo.',
  'server_bad-credentials': 'O nome ou a palavra-passe não está certo.',
  'server_second-factor-needed': 'Escreva também o código da sua aplicação.',
  'server_second-factor-is-on':
    'Os códigos de uma aplicação já estão ligados. Desligue-os primeiro.',
  'server_wrong-code': 'Este código não está certo, ou já foi usado.',
  'server_wrong-passkey': 'O servidor não conhece esta chave de acesso.',
  'server_wrong-password': 'Essa não é a sua palavra-passe.',
  'server_not-confirmed': 'Confirme primeiro com a sua palavra-passe.',
  'server_not-signed-in': 'Entre primeiro.',
  'server_session-ended': 'A sua sessão terminou. Entre de novo.',
  'server_wipe-device': 'Foi pedido a este dispositivo que esqueça o que tem.',
  server_forbidden: 'Não pode fazer isso aqui.',
  'server_not-found': 'O servidor não conhece isso.',
  'server_already-set-up': 'Este servidor já está preparado. Entre nele.',
  'server_wrong-set-up-link':
    'Esta ligação não é válida. A certa está no que o servidor mostrou.',
  'server_wrong-reset-link':
    'Esta ligação já foi usada ou expirou. Peça uma nova.',
  'server_last-admin':
    'Um servidor precisa de um administrador. Nomeie primeiro outra pessoa.',
  'server_common-password':
    'Demasiadas pessoas usam esta palavra-passe. Escolha outra.',
  'server_ledger-taken': 'No servidor, este livro pertence a outra pessoa.',
  'server_registration-closed': 'Aqui ninguém se pode registar sem convite.',
  'server_name-taken': 'Alguém já tem esse nome. Escolha outro.',
  'server_invitation-gone':
    'Este convite foi usado, retirado ou já expirou. Peça um novo.',
  'server_last-owner':
    'Um livro precisa de um dono. Nomeie primeiro outra pessoa como dona.',
  'server_ledger-deleted': 'Este livro foi apagado no servidor.',
  'server_too-large': 'É demasiado grande para o servidor.',
  'server_too-many-requests':
    'Demasiadas tentativas. Espere um momento e tente de novo.',
  'server_unsupported-media-type': 'O servidor não percebeu.',
  'server_wrong-origin': 'Esta página não vem desse servidor.',
  server_stale: 'Alguém o alterou entretanto. Tente de novo.',
  'server_precondition-required': 'O servidor não percebeu.',
  'server_precondition-failed': 'Alguém o alterou entretanto. Tente de novo.',
  'server_key-reused': 'O servidor já tinha recebido outro pedido com isto.',
  server_refused: 'O servidor não pode guardar isto como está.',
  server_reconciled: 'Já foi reconciliado com um extrato.',
  'server_ledger-full': 'O servidor não tem mais espaço para este livro.',
  'server_ledger-quarantined': 'O servidor está a reparar este livro.',
  'server_disk-full':
    'O servidor ficou sem espaço. Nada se perde; continua quando houver espaço.',
  'server_no-storage':
    'O servidor não chega à sua base de dados. Tente daqui a pouco.',
  server_overloaded: 'O servidor tem demasiado que fazer. Tente daqui a pouco.',
  'server_wrong-backup':
    'Esta cópia está danificada ou é de outra versão do servidor.',
  'server_too-many-webhooks':
    'Já tem cinco webhooks neste livro, o máximo. Revogue um primeiro.',
  'server_wrong-address':
    'Este endereço não pode ser avisado. Tem de começar por https:// e levar a um servidor público.',
  'server_shutting-down':
    'O servidor está a reiniciar. Tente de novo dentro de momentos.',
  server_internal: 'O servidor falhou. Tente de novo; o registo dele diz mais.',
  passkey_cancelled:
    'O dispositivo não deu nenhuma chave de acesso: foi cancelado, demorou demais ou não há nenhuma para este servidor.',
  'passkey_already-there': 'Este dispositivo já tem uma chave de acesso sua.',
  draft_empty: 'Escreva um valor.',
  'draft_not-an-amount':
    'Isto não é um valor. Escreva um número ou uma conta: 12,50+3*2',
  'draft_division-by-zero': 'Não se pode dividir por zero.',
  'draft_too-large': 'Este valor é demasiado grande.',
  draft_zero: 'O valor é zero.',
  draft_negative:
    'Escreva um valor acima de zero. Para o sentido contrário, troque as contas.',
  'draft_unknown-type': 'Escolha despesa, receita ou transferência.',
  'draft_no-description': 'Escreva para que foi.',
  'draft_too-long': 'Este texto é demasiado longo.',
  'draft_no-date': 'Escolha uma data.',
  'draft_not-a-date': 'Esse dia não existe.',
  'draft_same-account':
    'Escolha outra conta: o dinheiro passa de uma para outra.',
  'draft_no-account': 'Escolha uma conta.',
  'draft_too-many': 'São demasiadas: no máximo 50 etiquetas.',
  'draft_unknown-name': 'Aqui nada se chama “{{text}}”.',
  'draft_too-many-parts': 'São demasiadas partes: no máximo 100.',
  'draft_not-a-percent': 'Escreva uma percentagem, como 30 ou 12,5.',
  'draft_not-a-weight': 'Escreva um número inteiro, como 1 ou 2.',
  'draft_zero-part': 'Esta parte é zero. Dê-lhe um valor ou retire-a.',
  'draft_parts-left': '{{amount}} ainda não está em nenhuma parte.',
  'draft_parts-over': 'As partes têm {{amount}} a mais.',
  'draft_percent-left': '{{amount}} ainda não está em nenhuma parte.',
  'draft_percent-over': 'As partes têm {{amount}} a mais.',
  draft_nobody: 'Escolha pelo menos uma pessoa.',
  'draft_shares-left': '{{amount}} ainda não é de ninguém.',
  'draft_shares-over': 'As quotas têm {{amount}} a mais.',
  'draft_shares-twice':
    'Os valores exatos são do total. Escolha-os para o total ou para cada parte.',
  'join_is-transfer': 'Um deles já é uma transferência.',
  'join_same-direction':
    'Uma transferência precisa de um que sai de uma conta e de outro que entra noutra.',
  'join_no-account': 'Dê primeiro uma conta a ambos.',
  'join_same-account':
    'Ambos estão na mesma conta: o dinheiro passa de uma para outra.',
  'join_amounts-differ': 'Os valores são diferentes.',
  'quick_not-an-amount': 'Não há nele um valor que se possa ler.',
  'quick_division-by-zero': 'Nada se pode dividir por zero.',
  'quick_too-large': 'Este valor é demasiado grande.',
  quick_empty: 'Escreva um valor e para que foi.',
  'quick_no-amount': 'Escreva também um valor.',
  'quick_several-amounts':
    'Há mais do que um valor. Prima o valor para escolher, ou escreva uma linha para cada.',
  quick_zero: 'O valor é zero.',
  'quick_no-description': 'Escreva para que foi.',
  'quick_not-a-date': 'Esse dia não existe.',
  'quick_unknown-account': 'Nenhuma conta se chama assim.',
  'quick_no-account': 'Escreva de que conta para que conta.',
  'quick_same-account':
    'Escolha outra conta: o dinheiro passa de uma para outra.',
  'quick_two-currencies':
    'As contas têm moedas diferentes. Abra todos os campos e escreva os dois valores.',
  'quick_too-long': 'Este texto é demasiado longo.',
  'ledger_storage-full':
    'Não foi guardado: este dispositivo não tem espaço. O que escreveu continua aqui; liberte espaço e guarde de novo.',
  'ledger_storage-gone':
    'Não foi guardado: o navegador não chega ao armazenamento; talvez o disco esteja cheio. O que escreveu continua aqui; liberte espaço e guarde de novo.',
  'ledger_storage-unavailable': 'Este navegador não guarda dados deste site.',
  ledger_invalid: 'Assim não pode ser guardado.',
  'ledger_not-found': 'Já não está aqui.',
  'ledger_in-use': 'Está em uso, por isso não pode ser apagado.',
  ledger_locked:
    'Já foi conferido com um extrato, por isso só muda se o confirmar.',
  'ledger_read-only':
    'Pode ler este livro, não alterá-lo. Peça a um proprietário que faça de si editor.',
  'ledger_not-an-export': 'Não conhecemos este ficheiro.',
  'ledger_receipt-unreadable':
    'Não é uma foto que este aparelho leia, nem um PDF. Tire-a em JPEG ou PNG.',
  'ledger_receipt-too-large': 'É grande demais: fotos até 30 MB, PDF até 5 MB.',
  'ledger_receipts-full':
    'Os recibos deste livro chegaram a 500 MB. Elimine alguns primeiro.',
  'ledger_receipt-away':
    'Não está neste aparelho. Ligue-se ao servidor para o ir buscar.',
  ledger_unreachable:
    'O servidor não respondeu por este livro. Nada mudou; tente de novo quando ele estiver acessível e tiver sessão aberta.',
  'ledger_not-rescued':
    'Este dispositivo tem alterações que faltam ao servidor. Guarde primeiro um ficheiro de resgate delas.',
  'ledger_not-a-rescue':
    'Isto não é um ficheiro de resgate nem uma cópia. Escolha um que esta aplicação tenha guardado.',
  'ledger_needs-password': 'Esta cópia tem uma palavra-passe. Escreva-a.',
  'ledger_wrong-password':
    'Esta palavra-passe não abre o ficheiro. Se é a certa, o ficheiro foi danificado ou alterado; use outra cópia dele.',
  'ledger_file-damaged':
    'O ficheiro não está inteiro, ou foi alterado desde que foi guardado. O que está no livro está seguro. Use outro exemplar do ficheiro, ou uma cópia mais antiga.',
  'ledger_other-ledger':
    'Este ficheiro de resgate é de outro livro. Abra esse livro e leia-o lá.',
  'ledger_receipt-damaged': 'Não é o que foi guardado; não se mostra.',
}

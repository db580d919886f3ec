import type { WebhookFailure } from '@ourmoney/shared/identity/webhooks.ts'

export const webhooks = {
  title: 'Webhooks',
  words:
    'About a second after anything changes in this ledger, the server tells an address of yours that it did, and never what. Your program then asks for that with a token.',
  none: 'No address is told of changes yet.',
  most: 'You have five webhooks in this ledger, which is the most.',
  make: 'New webhook',
  makeAct: 'Make the webhook',
  address: 'Address of your program',
  made: 'The webhook’s secret',
  madeWords:
    'Copy it into your program now: it is not shown again. By it your program knows that it is this server who calls.',
  neverTold: 'told nothing yet',
  lastTold: 'last told {{when}}',
  isFailing: 'Failing since {{when}}: {{why}}. It is tried again.',
  isOff: 'Off since {{when}}: {{why}}. A test that arrives turns it on.',
  test: 'Test',
  testNamed: 'Test {{name}}',
  arrived: 'The test has arrived.',
  notArrived: 'The test did not arrive: {{why}}.',
  failure_status: 'it answered {{status}}',
  failure_timeout: 'it did not answer in time',
  'failure_no-address': 'its name leads to no public server',
  failure_certificate: 'its certificate is not valid',
  failure_unreachable: 'it cannot be reached',
} as const satisfies Record<string, string> &
  Record<`failure_${WebhookFailure}`, string>

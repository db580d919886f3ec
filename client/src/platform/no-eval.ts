import { config } from 'zod'

// The page's policy lets no text become code. First of all imports: schemas look when they are made.
config({ jitless: true })

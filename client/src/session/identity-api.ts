import { tell } from './api.ts'

/** What a person does about their own sign-in; throws ApiError. */
export const identityApi = {
  /** Chooses a new password by the token of a one-time link. */
  reset: (token: string, password: string) =>
    tell('/auth/reset', { method: 'POST', body: { token, password } }),
}

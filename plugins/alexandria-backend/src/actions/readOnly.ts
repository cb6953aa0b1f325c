/** The attributes of actions that change nothing, and answer the same to whoever asks twice. */
export const READ_ONLY = {
  readOnly: true,
  destructive: false,
  idempotent: true,
};

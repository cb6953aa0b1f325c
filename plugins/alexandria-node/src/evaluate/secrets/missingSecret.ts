/**
 * The secret, and the key, that the kubelet says is missing. Texts of kubelet's `makeEnvironmentVariables` and of the
 * secret volume plugin.
 *
 * @returns undefined when the message is about something else
 */
export function missingSecret(
  message: string,
): { name: string; key?: string } | undefined {
  const key =
    /couldn't find key (\S+) in Secret (?:[^/\s]+\/)?([^/\s,;"]+)/.exec(
      message,
    );
  if (key !== null) {
    return { name: key[2], key: key[1] };
  }
  const secret = /secrets? "(?:[^"/]+\/)?([^"/]+)" not found/.exec(message);
  return secret === null ? undefined : { name: secret[1] };
}

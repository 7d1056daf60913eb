/** Why somebody who installs the app gets no further. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
  readonly code = 'install';
}

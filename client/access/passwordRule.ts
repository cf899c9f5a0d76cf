/** The shortest password that the server takes; checked here too, to save a trip. */
export const PASSWORD_LENGTH = 8;

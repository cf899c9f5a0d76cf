import type { Locator, Page, Response } from 'playwright-core';

/** A work's row at the county desk: the group of its actions. */
export const actionsOf = (page: Page, name: string): Locator => page.getByRole('group', { name: `办理：${name}` });

/** The form that slides in, by its title. */
export const sheet = (page: Page): Locator => page.getByRole('dialog');

/** Types a day into a date field of a desk screen. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press('Tab');
}

/** Picks an option of a list that drops down, once it has come to rest. */
export async function choose(box: Locator, option: string): Promise<void> {
  const page = box.page();
  await box.click();
  const list = page.locator('.ant-select-dropdown:visible:not(.ant-slide-up-leave)');
  await list.evaluate((node) => Promise.all(node.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  await list.getByTitle(option, { exact: true }).click();
}

/** Does something that sends a mutation. @returns when the server's answer had come, as the browser reckons */
export async function answered(page: Page, mutation: string, act: () => Promise<unknown>): Promise<number> {
  const [response] = await Promise.all([page.waitForResponse((one) => isAnswerTo(one, mutation)), act()]);
  await response.finished();
  const { startTime, responseEnd } = response.request().timing();
  const { errors } = (await response.json()) as { errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return startTime + Math.max(0, responseEnd);
}

const isAnswerTo = (response: Response, mutation: string): boolean =>
  response.url().endsWith('/graphql') && (response.request().postDataJSON() as { operationName?: string } | null)?.operationName === mutation;

import fs from 'node:fs';
import path from 'node:path';
import { testFolder, type Data } from '../harness';
import { inChromium } from './support/browser';
import { useSuite } from './support/suite';

const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

inChromium('the papers of the water', () => {
  const suite = useSuite();
  const paper = async (asked: string): Promise<Data> => (await (await suite.app.as('leader')).must(`{ waterReport(${asked}) { title period parts { title paragraphs tables { title rows } } } }`)).waterReport as Data;
  const shot = (name: string): string | undefined => process.env.SHOTS && `${process.env.SHOTS}/${name}.png`;

  it('open at the month that has values last, as the server writes them', async () => {
    const { page } = await suite.open('leader', '/water/reports');
    const { title, period, parts } = await paper('kind: MONTHLY');
    const sheet = page.getByRole('article');
    await sheet.getByRole('heading', { level: 2, name: title as string }).waitFor();
    for (const part of parts as Data[]) {
      await sheet.getByRole('heading', { level: 3, name: part.title as string }).waitFor();
      for (const text of part.paragraphs as string[]) expect(await sheet.innerText()).toContain(text);
      for (const table of part.tables as Data[]) expect(await sheet.getByRole('group', { name: table.title as string, exact: true }).locator('tbody tr').count()).toBe((table.rows as unknown[]).length);
    }
    expect(await page.getByLabel('月份').inputValue()).toBe(period);
    await sheet.getByText(/^样例：/).waitFor();
    const path_ = shot('reports');
    if (path_) await page.screenshot({ path: path_, fullPage: true });
  });

  it('keep kind and month in the address, and go out for Word', async () => {
    const { page } = await suite.open('taskforce', '/water/reports?kind=MONTHLY&period=2023-07');
    await page.getByText('（2023年7月）').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word' }).click()]);
    expect(download.suggestedFilename()).toBe('水质月通报_2023-07（含样例数据）.docx');
    const file = path.join(testFolder(), 'downloaded.docx');
    await download.saveAs(file);
    // A Word file is a zip.
    expect(fs.readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    await page.getByText('日分析', { exact: true }).click();
    await page.getByText(/均没有日监测值，不作分析/).waitFor();
    expect(new URL(page.url()).search).toBe('?kind=DAILY');
  });

  it('are read on a phone without the page being wider than it, and by a screen on the wall without files', async () => {
    const { page } = await suite.open('kiosk', '/water/reports?period=2024-06', PHONE);
    await page.getByText('（2024年6月）').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect(await page.getByRole('link', { name: '下载 Word' }).count()).toBe(0);
    const path_ = shot('reports-phone');
    if (path_) await page.screenshot({ path: path_ });
  });

  it('print on A4 without what stands around them', async () => {
    const { page } = await suite.open('taskforce', '/water/reports?period=2023-07');
    await page.getByText('（2023年7月）').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.getByRole('article').isVisible()).toBe(true);
    const printed = await page.pdf({ preferCSSPageSize: true });
    expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
    // 595 × 842 points are A4.
    expect(printed.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45][.\d]* 84[12]/);
    if (process.env.SHOTS) fs.writeFileSync(`${process.env.SHOTS}/reports.pdf`, printed);
  });
});

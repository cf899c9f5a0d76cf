import { layCaption, linesOf } from '../../../client/maps/caption';
import { textWidth } from '../../../client/maps/labels';

const note = '标有“样例”的日期（及时刻）、金额、进度、位置、手续和水质类别均为演示编造，不是实际数据。'.repeat(3);

describe('what stands around a saved map', () => {
  it('is broken into lines that fit, without losing a sign', () => {
    for (const room of [180, 400, 1020]) {
      const lines = linesOf(note, 18, room);
      expect(lines.join('')).toBe(note);
      // A closing sign stays with what it closes.
      for (const line of lines) expect(textWidth(line.slice(0, -1), 18)).toBeLessThanOrEqual(room);
      expect(lines.filter((line) => /^[，。、；”）]|[“（]$/.test(line))).toEqual([]);
    }
    expect(linesOf('Schematic map, no boundary claim', 18, 130)).toEqual(['Schematic', 'map, no', 'boundary', 'claim']);
    expect(linesOf('', 18, 100)).toEqual([]);
  });

  it('leaves the map its room and keeps within the sheet', () => {
    const { head, foot, texts, rules } = layCaption({ title: '“一泓清水”工程进展图', day: '2025年2月20日', notes: ['示意图，不作划界依据', note] }, 1068, 872);
    expect(rules[0]).toBeLessThan(head);
    expect(rules[1]).toBeGreaterThan(head + 872);
    for (const { y } of texts) expect(y < rules[0] || (y > rules[1] && y < head + 872 + foot)).toBe(true);
    expect(texts.slice(0, 2).map(({ text, anchor }) => [text, anchor])).toEqual([['“一泓清水”工程进展图', 'start'], ['2025年2月20日', 'end']]);
  });
});

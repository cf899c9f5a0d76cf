import { deskThemeOf } from '../../../client/theme/deskTheme';

describe('what the desk pages wear', () => {
  it('is day, unless the address or the last choice says night; the address rules', () => {
    expect([deskThemeOf('', null), deskThemeOf('', 'day'), deskThemeOf('?q=1', 'night'), deskThemeOf('?theme=night', null)]).toEqual(['day', 'day', 'night', 'night']);
    expect([deskThemeOf('?theme=day', 'night'), deskThemeOf('?theme=dusk', 'night')]).toEqual(['day', 'day']);
  });
});

import { theme as antd, type ThemeConfig } from 'antd';
import { FONT_HEI, type ThemeName, TOKENS } from '../theme/tokens';

/** What Ant Design needs and the maps do not: warnings, and quiet texts, readable on each paper; and the text on a filled button. */
const QUIET = {
  day: { warning: '#9A5B0B', warningBg: '#FBF1DC', warningBorder: '#D9B36A', third: '#6B655A', placeholder: '#857C6C', onFill: '#FFFFFF' },
  night: { warning: '#E0B063', warningBg: '#332A18', warningBorder: '#7A602C', third: '#A09C90', placeholder: '#8D938F', onFill: '#14191D' },
};

const themes = { day: themeOf('day'), night: themeOf('night') };

/** The desk pages' part of the design language in Ant Design's words. */
export const deskTheme = (name: ThemeName): ThemeConfig => themes[name];

function themeOf(name: ThemeName): ThemeConfig {
  const colours = TOKENS[name];
  const quiet = QUIET[name];
  return {
    algorithm: name === 'night' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: colours.ink,
      colorInfo: colours.doneText,
      colorLink: colours.doneText,
      colorLinkHover: colours.done,
      colorSuccess: colours.workText,
      colorWarning: quiet.warning,
      colorWarningBg: quiet.warningBg,
      colorWarningBorder: quiet.warningBorder,
      colorError: colours.prepText,
      colorTextBase: colours.ink,
      colorText: colours.ink,
      colorTextSecondary: colours.ink2,
      colorTextTertiary: quiet.third,
      colorTextPlaceholder: quiet.placeholder,
      colorBgLayout: colours.paper,
      colorBgContainer: colours.land,
      colorBgElevated: colours.land,
      colorBorder: colours.hair,
      colorBorderSecondary: colours.line,
      colorSplit: colours.line,
      fontFamily: FONT_HEI,
      fontSize: 15,
      borderRadius: 6,
      controlHeight: 36,
      controlHeightLG: 44,
      wireframe: false,
      motionDurationMid: '0.15s',
      motionDurationSlow: '0.2s',
    },
    components: {
      Table: { colorBgContainer: 'transparent', headerBg: 'transparent', headerColor: colours.ink2, rowHoverBg: colours.band, borderColor: colours.line, cellPaddingBlock: 10, cellPaddingInline: 10, headerSplitColor: 'transparent', headerSortActiveBg: 'transparent', bodySortBg: 'transparent', headerSortHoverBg: colours.band },
      Form: { labelColor: colours.ink2, itemMarginBottom: 18 },
      Drawer: { footerPaddingBlock: 12 },
      Tag: { defaultBg: 'transparent' },
      Button: { primaryShadow: 'none', primaryColor: quiet.onFill, dangerColor: quiet.onFill, defaultShadow: 'none', fontWeight: 500 },
    },
  };
}

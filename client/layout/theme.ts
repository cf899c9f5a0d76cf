import type { ThemeConfig } from 'antd';
import { FONT_HEI, TOKENS } from '../theme/tokens';

/** The desk pages' part of the design language in Ant Design's words. */
const day = TOKENS.day;

export const deskTheme: ThemeConfig = {
  token: {
    colorPrimary: day.ink,
    colorInfo: day.doneText,
    colorLink: day.doneText,
    colorLinkHover: day.done,
    colorSuccess: day.workText,
    colorWarning: '#9A5B0B',
    colorWarningBg: '#FBF1DC',
    colorWarningBorder: '#D9B36A',
    colorError: day.prepText,
    colorTextBase: day.ink,
    colorText: day.ink,
    colorTextSecondary: day.ink2,
    colorTextTertiary: '#6B655A',
    colorTextPlaceholder: '#857C6C',
    colorBgLayout: day.paper,
    colorBgContainer: day.land,
    colorBgElevated: day.land,
    colorBorder: day.hair,
    colorBorderSecondary: day.line,
    colorSplit: day.line,
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
    Table: { colorBgContainer: 'transparent', headerBg: 'transparent', headerColor: day.ink2, rowHoverBg: day.band, borderColor: day.line, cellPaddingBlock: 10, cellPaddingInline: 10, headerSplitColor: 'transparent', headerSortActiveBg: 'transparent', bodySortBg: 'transparent', headerSortHoverBg: day.band },
    Form: { labelColor: day.ink2, itemMarginBottom: 18 },
    Drawer: { footerPaddingBlock: 12 },
    Tag: { defaultBg: 'transparent' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
  },
};

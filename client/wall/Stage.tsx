import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { themeStyle, type ThemeName } from '../theme/tokens';

const WIDTH = 1920;
const HEIGHT = 1080;
const SHIFT_EVERY = 10 * 60_000;
const OFFSETS = [0, 2, -2];

/** Which of nine small offsets the picture has at an instant: no pixel shows the same edge for months. */
export function burnInOffset(at: number): { x: number; y: number } {
  const step = Math.floor(at / SHIFT_EVERY) % 9;
  return { x: OFFSETS[step % 3]!, y: OFFSETS[Math.floor(step / 3)]! };
}

const scaleNow = () => Math.min(window.innerWidth / WIDTH, window.innerHeight / HEIGHT);

/** The screen of 1920 × 1080 that everything on the wall is laid out in, scaled to the window and centred. */
export function Stage({ theme, children }: { theme: ThemeName; children: ReactNode }) {
  const [scale, setScale] = useState(scaleNow);
  const [shift, setShift] = useState(() => burnInOffset(Date.now()));
  const [still, setStill] = useState(false);
  useEffect(() => {
    const onResize = () => setScale(scaleNow());
    window.addEventListener('resize', onResize);
    const timer = setInterval(() => setShift(burnInOffset(Date.now())), 60_000);
    let hide = setTimeout(() => setStill(true), 3_000);
    const onMove = () => {
      setStill(false);
      clearTimeout(hide);
      hide = setTimeout(() => setStill(true), 3_000);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      window.removeEventListener('resize', onResize);
      window.removeEventListener('pointermove', onMove);
      clearInterval(timer);
      clearTimeout(hide);
    };
  }, []);
  const stage: CSSProperties = {
    transform: `translate(${(window.innerWidth - WIDTH * scale) / 2 + shift.x * scale}px, ${(window.innerHeight - HEIGHT * scale) / 2 + shift.y * scale}px) scale(${scale})`,
  };
  return (
    <div className={still ? 'wall still' : 'wall'} style={themeStyle(theme)} data-theme={theme}>
      <div className="wall-stage" style={stage}>{children}</div>
    </div>
  );
}

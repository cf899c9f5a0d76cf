import { useEffect, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMap } from '../live';
import { useMapBase } from '../maps/useMapBase';
import { readThemeSetting, useTheme } from '../theme/useTheme';
import { DistributionWall } from './DistributionWall';
import { livePicture } from './picture';
import { ProgressWall } from './ProgressWall';
import { useWallSetting } from './setting';
import { Stage } from './Stage';
import { Waiting } from './Waiting';
import { WaterWall } from './WaterWall';
import './wall.css';

const TURN = ['progress', 'distribution', 'water'] as const;
type Which = (typeof TURN)[number];

/** `/wall` shows the three maps in turn, `/wall/<map>` one of them. `?seconds=` sets the pace, `?theme=day|night` the colours. */
export function WallPage() {
  const { map } = useParams();
  const [search] = useSearchParams();
  const fixed = TURN.find((one) => one === map);
  const seconds = Math.max(3, Number(search.get('seconds')) || 30);
  const turning = useTurn(fixed === undefined, seconds);
  const theme = useTheme(readThemeSetting(search.toString()));
  return <Stage theme={theme}><Shown which={fixed ?? turning} /></Stage>;
}

function useTurn(enabled: boolean, seconds: number): Which {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!enabled) return undefined;
    const timer = setInterval(() => setTurn((n) => (n + 1) % TURN.length), seconds * 1000);
    return () => clearInterval(timer);
  }, [enabled, seconds]);
  return TURN[turn]!;
}

/** All three maps are watched all the time: whichever comes next is already up to date. */
function Shown({ which }: { which: Which }) {
  const base = useMapBase();
  const setting = useWallSetting();
  const progress = useMap('progress');
  const distribution = useMap('distribution');
  const water = useMap('water');
  const picture = useMemo(() => progress.state && livePicture(progress.state), [progress.state]);
  const works = useMemo(() => (distribution.state ? [...distribution.state.marks.values()] : null), [distribution.state]);
  const live = { link: progress.link, freshAt: progress.freshAt };
  if (base && picture && which === 'progress') return <ProgressWall base={base} setting={setting} picture={picture} water={water.state} {...live} />;
  if (base && distribution.state && works && which === 'distribution') {
    return <DistributionWall base={base} setting={setting} state={distribution.state} marks={works} link={distribution.link} freshAt={distribution.freshAt} />;
  }
  if (base && water.state && which === 'water') {
    return <WaterWall base={base} setting={setting} state={water.state} day={progress.state?.day ?? setting.today} link={water.link} freshAt={water.freshAt} />;
  }
  return <Waiting setting={setting} which={which} link={progress.link} freshAt={progress.freshAt} />;
}

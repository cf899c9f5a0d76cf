import { ApolloProvider } from '@apollo/client/react';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Outlet, Route, Routes } from 'react-router';
import { homeOf, SessionProvider, SignedIn, useViewer } from './access/session';
import { client } from './apollo';
import { NotFound } from './layout/NotFound';
import { mayCreate, MAY_IMPORT, MAY_OPEN_DESK, MAY_READ_WORKS } from './layout/nav';
import { Shell } from './layout/Shell';
import { Loading } from './layout/states';
import { deskTheme } from './layout/theme';
import { usePhone } from './layout/usePhone';
import { LiveWorks } from './changes/live';
import { useDeskTheme } from './theme/deskTheme';

const SignIn = lazy(async () => ({ default: (await import('./access/SignIn')).SignIn }));
const Password = lazy(async () => ({ default: (await import('./access/Password')).Password }));
const Users = lazy(async () => ({ default: (await import('./access/Users')).Users }));
const ProjectList = lazy(async () => ({ default: (await import('./projects/ProjectList')).ProjectList }));
const ProjectPage = lazy(async () => ({ default: (await import('./projects/ProjectPage')).ProjectPage }));
const NewProject = lazy(async () => ({ default: (await import('./projects/EditProject')).NewProject }));
const EditProject = lazy(async () => ({ default: (await import('./projects/EditProject')).EditProject }));
const CountyDesk = lazy(async () => ({ default: (await import('./county/CountyDesk')).CountyDesk }));
const Changes = lazy(async () => ({ default: (await import('./changes/Changes')).Changes }));
const LedgersPage = lazy(async () => ({ default: (await import('./ledgers/LedgersPage')).LedgersPage }));
const TasksPage = lazy(async () => ({ default: (await import('./tasks/TasksPage')).TasksPage }));
const RankingsPage = lazy(async () => ({ default: (await import('./rankings/RankingsPage')).RankingsPage }));
const CompensationPage = lazy(async () => ({ default: (await import('./compensation/CompensationPage')).CompensationPage }));
const FundingPage = lazy(async () => ({ default: (await import('./funding/FundingPage')).FundingPage }));
const ImportPage = lazy(async () => ({ default: (await import('./imports/ImportPage')).ImportPage }));
const ProgressPage = lazy(async () => ({ default: (await import('./maps/pages')).ProgressPage }));
const DistributionPage = lazy(async () => ({ default: (await import('./maps/pages')).DistributionPage }));
const WaterPage = lazy(async () => ({ default: (await import('./maps/pages')).WaterPage }));
const ReportsPage = lazy(async () => ({ default: (await import('./water/reports/ReportsPage')).ReportsPage }));
const FlowPage = lazy(async () => ({ default: (await import('./water/flow/FlowPage')).FlowPage }));
const WaterOverviewPage = lazy(async () => ({ default: (await import('./water/overview/WaterOverviewPage')).WaterOverviewPage }));
const SectionPage = lazy(async () => ({ default: (await import('./water/section/SectionPage')).SectionPage }));
const WallPage = lazy(async () => ({ default: (await import('./wall')).WallPage }));

export function App() {
  return (
    <ApolloProvider client={client}>
      <Dressed>
        <SessionProvider>
          <BrowserRouter>
            <Places />
          </BrowserRouter>
        </SessionProvider>
      </Dressed>
    </ApolloProvider>
  );
}

/** Ant Design in the language of the screen, the design's colours, and targets that a thumb can hit. */
function Dressed({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation();
  const phone = usePhone();
  return (
    <ConfigProvider locale={i18n.language.startsWith('en') ? enUS : zhCN} theme={deskTheme(useDeskTheme())} componentSize={phone ? 'large' : 'medium'} button={{ autoInsertSpace: false }}>
      <AntApp>{children}</AntApp>
    </ConfigProvider>
  );
}

function Places() {
  return (
    <Routes>
      <Route path="/sign-in" element={<Suspense fallback={<Loading rows={3} />}><SignIn /></Suspense>} />
      <Route element={<SignedIn />}>
        <Route element={<Suspense fallback={<Loading />}><Outlet /></Suspense>}>
          <Route path="/wall" element={<WallPage />} />
          <Route path="/wall/:map" element={<WallPage />} />
        </Route>
        <Route path="/" element={<Home />} />
        <Route element={<Shell />}>
          <Route path="/maps" element={<Navigate replace to="/maps/progress" />} />
          <Route path="/maps/progress" element={<ProgressPage />} />
          <Route path="/maps/distribution" element={<DistributionPage />} />
          <Route path="/maps/water" element={<WaterPage />} />
          <Route element={<LiveForReaders />}>
            <Route path="/water/flow" element={<FlowPage />} />
            <Route path="/water/reports" element={<ReportsPage />} />
            <Route path="/water" element={<WaterOverviewPage />} />
            <Route path="/water/sections/:code" element={<SectionPage />} />
          </Route>
          <Route path="/password" element={<Password />} />
          <Route element={<SignedIn roles={['ADMIN']} />}>
            <Route path="/users" element={<Users />} />
          </Route>
          <Route element={<SignedIn roles={MAY_READ_WORKS} />}>
            <Route element={<LiveWorks />}>
              <Route path="/projects" element={<ProjectList />} />
              <Route path="/projects/:number" element={<ProjectPage />} />
              <Route path="/ledgers" element={<LedgersPage />} />
              <Route path="/ledgers/:id" element={<LedgersPage />} />
              <Route path="/tasks" element={<TasksPage />} />
              <Route path="/water/compensation" element={<CompensationPage />} />
              <Route path="/rankings" element={<RankingsPage />} />
              <Route path="/funding" element={<FundingPage />} />
              <Route path="/changes" element={<Changes />} />
              <Route element={<SignedIn may={mayCreate} />}>
                <Route path="/projects/new" element={<NewProject />} />
                <Route path="/projects/:number/edit" element={<EditProject />} />
              </Route>
              <Route element={<SignedIn roles={MAY_IMPORT} />}>
                <Route path="/import" element={<ImportPage />} />
              </Route>
              <Route element={<SignedIn roles={MAY_OPEN_DESK} />}>
                <Route path="/county" element={<CountyDesk />} />
                <Route path="/county/:adcode" element={<CountyDesk />} />
              </Route>
            </Route>
          </Route>
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Routes>
  );
}

/** Who may hear the change record hears it also on pages that are open to everybody. */
function LiveForReaders() {
  return MAY_READ_WORKS.includes(useViewer().role) ? <LiveWorks /> : <Outlet />;
}

function Home() {
  return <Navigate replace to={homeOf(useViewer().role)} />;
}

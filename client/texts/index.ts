import * as maps from '../maps/texts';
import * as wall from '../wall/texts';
import * as access from './access';
import * as changes from './changes';
import * as compensation from './compensation';
import * as county from './county';
import * as flow from './flow';
import * as forms from './forms';
import * as funding from './funding';
import * as imports from './imports';
import * as ledgers from './ledgers';
import * as rankings from './rankings';
import * as reports from './reports';
import * as samples from './samples';
import * as shell from './shell';
import * as tasks from './tasks';
import * as water from './water';
import * as words from './words';
import * as works from './works';

const all = [shell, words, access, works, forms, county, changes, imports, samples, ledgers, funding, flow, tasks, rankings, compensation, reports, water, maps, wall];

/** Every text of the client, by language. Each module brings its own part of the tree. */
export const zh: Record<string, unknown> = Object.assign({}, ...all.map((one) => one.zh));
export const en: Record<string, unknown> = Object.assign({}, ...all.map((one) => one.en));

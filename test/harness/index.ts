export { PASSWORD, startTestApp, TestApp, type TestAppOptions } from './app';
export { TestClient, type Answer, type Data, type ShownError, type Variables } from './client';
export { TestClock } from './clock';
export { onMariadb, openTestDatabase, testFolder, type TestDatabase } from './database';
export { chromiumPath, engines, mariadbUrl, onEachEngine, redisUrl, type TestEngine } from './engines';
export { openLoadedDatabase, packFolder, packOf, root, type PackName } from './pack';
export { startProcess, type ServerProcess } from './process';
export { statementsOf } from './statements';
export { Stream } from './stream';

import fs from 'node:fs';
import path from 'node:path';
import express, { Router } from 'express';

const NOT_BUILT = 'The client is not built: run "npm run build".\n客户端尚未构建：请运行 npm run build。\n';

/**
 * The built client. Files under assets/ carry a hash in their name and stay for good; every other address without a file
 * extension is a page of the app and gets index.html, which is asked for anew each time.
 * @param folder dist/client
 */
export function serveClient(folder: string): Router {
  const router = Router();
  const index = path.join(folder, 'index.html');
  router.use('/assets', express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '365d', index: false, redirect: false }));
  router.use(express.static(folder, { index: false, redirect: false, maxAge: '1h', setHeaders: (res, file) => void (file === index && res.setHeader('cache-control', 'no-cache')) }));
  router.use((req, res, next) => {
    if ((req.method !== 'GET' && req.method !== 'HEAD') || path.extname(req.path) !== '') return next();
    res.set('cache-control', 'no-cache');
    if (fs.existsSync(index)) res.sendFile(index, { cacheControl: false });
    else res.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  });
  router.use((_req, res) => void res.status(404).type('text/plain; charset=utf-8').send('Not found\n'));
  return router;
}

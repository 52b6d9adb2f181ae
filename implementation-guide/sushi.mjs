// Runs SUSHI without any package server: FHIR R4 comes from target/sushi/home (see sushi.sh), and the
// packages that SUSHI asks for as "latest" are answered on the loopback address with empty ones.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

const [home, output] = process.argv.slice(2);

function tarEntry(name, text) {
  const body = Buffer.from(text);
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(body.length.toString(8).padStart(11, '0') + '\0', 124);
  header.write('00000000000\0', 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
  return Buffer.concat([header, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
}

function emptyPackage(name) {
  const manifest = { name, version: '1.0.0', fhirVersions: ['4.0.1'], type: 'IG' };
  const entry = tarEntry('package/package.json', JSON.stringify(manifest));
  return gzipSync(Buffer.concat([entry, Buffer.alloc(1024)]));
}

function answer(request, response) {
  const [, name, version] = request.url.split('/');
  if (name === 'hl7.fhir.r4.core') {
    response.writeHead(404).end();
    return;
  }
  if (version) {
    response.end(emptyPackage(name));
    return;
  }
  const tarball = `http://${request.headers.host}/${name}/1.0.0`;
  const versions = { '1.0.0': { name, version: '1.0.0', dist: { tarball } } };
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ name, 'dist-tags': { latest: '1.0.0' }, versions }));
}

const registry = createServer(answer).listen(0, '127.0.0.1', () => {
  const sushi = createRequire(import.meta.url).resolve('fsh-sushi/dist/app.js');
  const env = {
    ...process.env,
    HOME: home,
    FPL_REGISTRY: `http://127.0.0.1:${registry.address().port}`,
    NO_PROXY: '127.0.0.1',
    no_proxy: '127.0.0.1',
  };
  spawn(process.execPath, [sushi, 'build', '.', '--out', output], { env, stdio: 'inherit' }).on(
    'exit',
    (code) => process.exit(code ?? 1),
  );
});

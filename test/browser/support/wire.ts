import net from 'node:net';

/** A line between a browser and a server that a test can cut. */
export class Wire {
  private readonly pairs = new Set<{ near: net.Socket; far: net.Socket }>();
  private state: 'whole' | 'cut' | 'mute' = 'whole';
  private server: net.Server;
  url: string;

  private constructor(private readonly target: number) {}

  static async to(serverUrl: string): Promise<Wire> {
    const wire = new Wire(Number(new URL(serverUrl).port));
    wire.server = net.createServer((near) => wire.connect(near));
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    wire.url = `http://127.0.0.1:${(wire.server.address() as net.AddressInfo).port}`;
    return wire;
  }

  /** Ends every connection and takes no new one. */
  cut(): void {
    this.state = 'cut';
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
  }

  /** As a pulled plug: connections stay open, and nothing comes through. */
  mute(): void {
    this.state = 'mute';
  }

  join(): void {
    // What stood open over a dead line is gone.
    if (this.state === 'mute') this.cut();
    this.state = 'whole';
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private connect(near: net.Socket): void {
    near.on('error', () => near.destroy());
    if (this.state === 'cut') {
      near.destroy();
      return;
    }
    const far = net.connect(this.target, '127.0.0.1').on('error', () => near.destroy());
    const pair = { near, far };
    this.pairs.add(pair);
    near.on('data', (data) => this.state === 'whole' && far.write(data));
    far.on('data', (data) => this.state === 'whole' && near.write(data));
    near.on('close', () => (far.destroy(), this.pairs.delete(pair)));
    far.on('close', () => near.destroy());
  }
}

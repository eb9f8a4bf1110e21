import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Connections } from '../automation/connections.service.js';
import { SandboxShop } from './sandbox-shop.js';

/** The name under which the SOPs that ship call the shop. */
const CONNECTION = 'shop';

/** The sandbox shop inside this process: answers the automatic steps of the demo. */
@Injectable()
export class DemoShop implements OnApplicationShutdown {
  private shop: Promise<SandboxShop> | null = null;

  constructor(private readonly connections: Connections) {}

  /** Opens the shop, unless it is open, and connects the SOPs with it, unless the configuration names another shop. */
  async ensureOpen(): Promise<SandboxShop> {
    const shop = await (this.shop ??= SandboxShop.start());
    if (this.connections.find(CONNECTION) === null) this.connect(shop);
    return shop;
  }

  /**
   * Runs something in which nobody but the sandbox may be called: invented refunds must never reach a real shop.
   * `now` is the shop's clock meanwhile.
   */
  async during<T>(now: () => number, work: () => Promise<T>): Promise<T> {
    const configured = this.connections.find(CONNECTION);
    const shop = await (this.shop ??= SandboxShop.start());
    this.connect(shop);
    shop.now = now;
    try {
      return await work();
    } finally {
      shop.now = Date.now;
      if (configured !== null) this.connections.set(CONNECTION, configured);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.shop)?.stop();
  }

  private connect(shop: SandboxShop): void {
    this.connections.set(CONNECTION, { baseUrl: shop.url, allowPrivate: true });
  }
}

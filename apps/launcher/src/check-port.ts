/**
 * Whether the web can listen where the settings say, asked before anything is started, so that the answer is one clear line.
 */
import { createServer } from "node:net";

/** Null when it can; else why not and what to do. */
export function checkPort(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      resolve(explain(error, port, host));
    });
    server.listen({ port, host, exclusive: true }, () => {
      server.close(() => {
        resolve(null);
      });
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another program. Choose another one: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
    case "EACCES":
      return `This user may not listen on port ${port}. Choose one above 1023 with PORT.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST is ${host}, which is no address of this machine. 127.0.0.1 serves this machine only, 0.0.0.0 the network.`;
    default:
      return `The web cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}

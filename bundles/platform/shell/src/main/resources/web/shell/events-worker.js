// One connection for all tabs: browsers allow six per host, and each tab would take one.
const ports = new Set();
let source = null;

function tell(message) {
  for (const port of ports) port.postMessage(message);
}

function connect() {
  if (source && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource('/api/v1/events');
  for (const name of ['record', 'modules', 'reset', 'hello', 'notice']) {
    source.addEventListener(name, e => tell({ name, data: e.data ? JSON.parse(e.data) : null }));
  }
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
  };
}

onconnect = event => {
  const port = event.ports[0];
  ports.add(port);
  port.onmessage = message => {
    if (message.data === 'bye') {
      ports.delete(port);
      if (ports.size === 0 && source) {
        source.close();
        source = null;
      }
    } else {
      ports.add(port);
      connect();
    }
  };
  connect();
};

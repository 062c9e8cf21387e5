// Wraps, before a page's own scripts run, every interface that keeps something on the device or
// reads it, so that its use is told to the test.
(() => {
  const told = window.__told;
  const tell = (kind, name) => void told(kind, String(name));

  const call = (proto, method, say) => {
    const whole = proto && Object.getOwnPropertyDescriptor(proto, method);
    if (!whole || typeof whole.value !== "function") return;
    const original = whole.value;
    whole.value = function (...given) {
      say.call(this, ...given);
      return original.apply(this, given);
    };
    Object.defineProperty(proto, method, whole);
  };
  const get = (holder, name, say, sayWritten) => {
    const whole = holder && Object.getOwnPropertyDescriptor(holder, name);
    if (!whole || !whole.get || !whole.configurable) return;
    const { get: read, set: write } = whole;
    whole.get = function () { say(); return read.call(this); };
    if (write && sayWritten) whole.set = function (value) { sayWritten(value); write.call(this, value); };
    Object.defineProperty(holder, name, whole);
  };
  // A value that stands in the window itself, such as a constructor.
  const value = (name, say) => {
    const whole = Object.getOwnPropertyDescriptor(window, name);
    if (!whole || !("value" in whole) || !whole.configurable) return;
    Object.defineProperty(window, name, {
      configurable: true,
      get() { say(); return whole.value; },
      set(other) { whole.value = other; },
    });
  };
  const reading = (name) => () => tell("reading", name);

  get(Document.prototype, "cookie", () => tell("cookie", "document.cookie"),
    (text) => tell("cookie", String(text).split("=")[0].trim()));
  get(Document.prototype, "referrer", reading("document.referrer"));
  if (window.CookieStore) {
    for (const method of ["get", "getAll", "set", "delete"]) {
      call(CookieStore.prototype, method, (name) => tell("cookie", (name && name.name) || name || "cookieStore"));
    }
  }
  let local;
  try { local = window.localStorage; } catch { /* a page of no origin has none */ }
  for (const method of ["getItem", "setItem", "removeItem", "key", "clear"]) {
    call(Storage.prototype, method, function (name) {
      tell(this === local ? "local_storage" : "session_storage", name === undefined ? method : name);
    });
  }
  call(IDBFactory.prototype, "open", (name) => tell("indexed_db", name));
  call(IDBFactory.prototype, "databases", () => tell("indexed_db", "databases"));
  if (window.CacheStorage) {
    for (const method of ["open", "has", "keys", "match", "delete"]) {
      call(CacheStorage.prototype, method, (name) => tell("cache", method === "match" || name === undefined ? method : name));
    }
  }

  for (const [proto, holder] of [[Navigator.prototype, "navigator"], [Screen.prototype, "screen"]]) {
    for (const name of Object.getOwnPropertyNames(proto)) {
      if (name === "constructor") continue;
      get(proto, name, reading(`${holder}.${name}`));
      call(proto, name, reading(`${holder}.${name}`));
    }
  }
  for (const name of ["devicePixelRatio", "innerWidth", "innerHeight", "outerWidth", "outerHeight", "screenX", "screenY"]) {
    get(window, name, reading(name));
  }
  for (const name of ["PublicKeyCredential", "RTCPeerConnection", "AudioContext", "OfflineAudioContext", "SharedWorker", "Notification"]) {
    value(name, reading(name));
  }
  call(window, "matchMedia", reading("matchMedia"));
  for (const name of ["getContext", "toDataURL", "toBlob"]) call(HTMLCanvasElement.prototype, name, reading(name));
  call(CanvasRenderingContext2D.prototype, "getImageData", reading("getImageData"));
  call(Intl.DateTimeFormat.prototype, "resolvedOptions", reading("resolvedOptions"));
  call(Date.prototype, "getTimezoneOffset", reading("getTimezoneOffset"));
})();

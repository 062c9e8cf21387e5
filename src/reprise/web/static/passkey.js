// Passkeys: asks the person's device what the page asks, and sends its answer by the page's form.
"use strict";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const read = (form) => {
  const options = JSON.parse(form.dataset.options);
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const list of ["excludeCredentials", "allowCredentials"]) {
    options[list] = (options[list] || []).map((each) => ({ ...each, id: bytes(each.id) }));
  }
  return options;
};

const written = (credential) => {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
};

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  if (location.origin !== form.dataset.origin) {
    form.nextElementSibling.hidden = false;
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[role=alert]");
    failed.hidden = true;
    try {
      const credential = await navigator.credentials[form.dataset.passkey]({ publicKey: read(form) });
      form.elements.credential.value = written(credential);
      // What was sent before is written once, in the form for a password.
      for (const each of document.querySelectorAll("[data-sent]")) form.append(each);
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}

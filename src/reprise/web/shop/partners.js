// Loads the partners that this visitor has accepted; `PARTNERS` stands before this (views/choices.py).
// A page that loads none of them gets none of this.
"use strict";
for (const partner of PARTNERS) {
  const script = document.createElement("script");
  script.src = partner.src;
  script.async = true;
  script.referrerPolicy = "no-referrer";
  if (partner.integrity) {
    script.integrity = partner.integrity;
    script.crossOrigin = "anonymous";
  }
  document.head.append(script);
}
// What runs, runs: after another choice in another tab this page is loaded anew, without it.
new BroadcastChannel("choices").addEventListener("message", () => location.reload());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

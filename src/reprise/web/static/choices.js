// The choice has just been changed here: other tabs that load partners are to be loaded anew.
"use strict";
new BroadcastChannel("choices").postMessage("changed");

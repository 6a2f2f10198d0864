import '/dist/nutgraf.js';

// Loads the widget when the test says so, to see the page before and after.
addEventListener('later', () => import('/dist/nutgraf.js'));

// Before the widget's script: the element is there, but nobody knows it yet.
Object.assign(document.querySelector('#early'), { htmlFor: 'story', length: 'medium', label: 'In short', open: true });

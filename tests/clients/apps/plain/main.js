import 'nutgraf';

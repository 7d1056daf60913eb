/** The style of previews: the proportions and colours of each client, light and dark, with system fonts, so that nothing is fetched. */
export const previewStyle = `
.window { --radius: 8px; padding: 0 20px 24px; min-width: 0; font: 15px/1.467 "Lato", "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere;
  background: var(--page); color: var(--text); }
.slack { --page: light-dark(#fff, #1a1d21); --text: light-dark(#1d1c1d, #d1d2d3); --dim: light-dark(#616061, #ababad); --rule: light-dark(#ddd, #35373b);
  --anchor: light-dark(#1264a3, #1d9bd1); --button: light-dark(#fff, #222529); --edge: light-dark(#bbb, #565856); --primary: #007a5a; --badge: var(--rule); --on-badge: light-dark(#555, #c5c5c6); }
.discord { --page: light-dark(#fff, #313338); --text: light-dark(#2e3338, #dbdee1); --dim: light-dark(#5c5e66, #b5bac1); --rule: light-dark(#d9dbe0, #3f4147);
  --anchor: light-dark(#0060c7, #00a8fc); --button: #4e5058; --edge: transparent; --primary: #5058d8; --badge: #5058d8; --on-badge: #fff; --card: light-dark(#f2f3f5, #2b2d31); }
.window * { box-sizing: border-box; }
.window :is(h1, h2) { font-size: 16px; line-height: 48px; margin: 0 -20px 8px; padding: 0 20px; border-bottom: 1px solid var(--rule); letter-spacing: 0; }
.window .message { display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 10px; margin: 0; padding: 10px 0; }
.window .avatar { width: 36px; height: 36px; border-radius: var(--radius); background: #1f6feb; color: #fff; font-weight: 700; display: grid; place-items: center; }
.discord .avatar { border-radius: 50%; }
.window :is(p, ul, blockquote, h3, h4, h5) { margin: 0 0 6px; }
.window .sender { margin: 0; } .window .sender time { color: var(--dim); font-size: 12px; }
.window .badge { background: var(--badge); color: var(--on-badge); font-size: 10px; padding: 1px 4px; border-radius: 3px; vertical-align: 1px; }
.window a { color: var(--anchor); text-decoration: none; } .window a:is(:hover, :focus-visible) { text-decoration: underline; }
.window h3 { font-size: 18px; line-height: 1.35; } .discord h3 { font-size: 22px; } .window h4 { font-size: 18px; } .window h5 { font-size: 16px; }
.window ul { padding-left: 22px; } .discord .container ul + ul { margin-top: -4px; }
.window .context { color: var(--dim); font-size: 12.5px; }
.window hr { border: 0; border-top: 1px solid var(--rule); margin: 8px 0; width: 100%; }
.window blockquote { border-left: 4px solid var(--rule); padding-left: 12px; }
.window code { background: color-mix(in srgb, var(--rule) 40%, transparent); border-radius: 3px; padding: 1px 3px; font-size: 12.5px; }
.window .actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
.window .button { font: inherit; font-size: 13px; font-weight: 600; line-height: 28px; color: var(--text); background: var(--button); border: 1px solid var(--edge); border-radius: 4px; padding: 0 12px; }
.discord .button { color: #fff; line-height: 32px; border-radius: 6px; }
.window .button.primary { background: var(--primary); border-color: var(--primary); color: #fff; } .window .button.danger { background: #c9302c; color: #fff; }
.window .container { position: relative; overflow: hidden; border: 1px solid var(--rule); background: var(--card); border-radius: 8px; padding: 12px 14px 12px 17px; }
.window .accent { position: absolute; inset: 0 auto 0 0; width: 4px; height: 100%; }
.window .section { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 12px; align-items: start; }
.window .replies { color: var(--anchor); font-weight: 700; font-size: 13px; margin-left: 46px; }
.client { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); min-height: 100vh; }
.client.slack { color-scheme: light; } .client.discord { color-scheme: dark; }
.client.alone { grid-template-columns: minmax(0, 1fr); }
.client aside { border-left: 1px solid var(--rule); } .client.discord aside { background: #2b2d31; } .client.discord aside .container { background: #313338; }
@media (max-width: 700px) { .client { display: block; } .client aside { border-left: 0; border-top: 1px solid var(--rule); } }
`;

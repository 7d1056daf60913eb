/** The style sheet of previews: the proportions and colours of each client, with system fonts, so that nothing is fetched. */
export const previewStyle = `
* { box-sizing: border-box; }
body { margin: 0; display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); font: 15px/1.467 "Lato", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; background: var(--paper); color: var(--ink); min-height: 100vh; }
.slack { --paper: #fff; --side: #fff; --ink: #1d1c1d; --soft: #616061; --line: #dddddd; --link: #1264a3; --button: #fff; --primary: #007a5a; --radius: 8px; }
.discord { --paper: #313338; --side: #2b2d31; --ink: #dbdee1; --soft: #a3a6ad; --line: #3f4147; --link: #00a8fc; --button: #4e5058; --primary: #5865f2; --radius: 8px; }
body.alone { grid-template-columns: minmax(0, 1fr); }
main, aside { padding: 0 20px 24px; min-width: 0; }
aside { background: var(--side); border-left: 1px solid var(--line); }
h1, h2 { font-size: 16px; line-height: 48px; margin: 0 -20px 8px; padding: 0 20px; border-bottom: 1px solid var(--line); }
.message { display: grid; grid-template-columns: 36px minmax(0, 1fr); gap: 10px; padding: 10px 0; }
.avatar { width: 36px; height: 36px; border-radius: var(--radius); background: #1f6feb; color: #fff; font-weight: 700; display: grid; place-items: center; }
.discord .avatar { border-radius: 50%; }
p, ul, blockquote, h3, h4, h5 { margin: 0 0 6px; }
.sender { margin: 0; } .sender time { color: var(--soft); font-size: 12px; }
.badge { background: var(--line); color: var(--soft); font-size: 10px; padding: 1px 4px; border-radius: 3px; vertical-align: 1px; }
.discord .badge { background: #5865f2; color: #fff; }
a { color: var(--link); text-decoration: none; }
h3 { font-size: 18px; line-height: 1.35; } .discord h3 { font-size: 22px; } h4 { font-size: 18px; } h5 { font-size: 16px; }
ul { padding-left: 22px; } .discord ul + ul { margin-top: -4px; }
.context { color: var(--soft); font-size: 12.5px; }
hr { border: 0; border-top: 1px solid var(--line); margin: 8px 0; width: 100%; }
blockquote { border-left: 4px solid var(--line); padding-left: 12px; }
code { background: color-mix(in srgb, var(--line) 40%, transparent); border-radius: 3px; padding: 1px 3px; font-size: 12.5px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0; }
.button { font: inherit; font-size: 13px; font-weight: 600; line-height: 28px; color: var(--ink); background: var(--button); border: 1px solid #bbb; border-radius: 4px; padding: 0 12px; }
.discord .button { border: 0; color: #fff; line-height: 32px; border-radius: 6px; }
.button.primary { background: var(--primary); border-color: var(--primary); color: #fff; } .button.danger { background: #c9302c; color: #fff; }
.container { border: 1px solid var(--line); border-left: 4px solid; background: #2b2d31; border-radius: 8px; padding: 12px 14px; } aside .container { background: #313338; }
.section { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 12px; align-items: start; }
.replies { color: var(--link); font-weight: 700; font-size: 13px; margin-left: 46px; }
@media (max-width: 700px) { body { display: block; } aside { border-left: 0; border-top: 1px solid var(--line); } }
`;

const BROWSERS: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\bMicroMessenger\/(\d+)/, 'WeChat'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  // The others, which call themselves Safari too, stand above.
  [/\bVersion\/(\d+)/, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:HarmonyOS|OpenHarmony)\b/, 'HarmonyOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];
const LONGEST = 60;

/** By what a person recognises their own device: `Firefox 140, Windows`. Of other programs their name. */
export function deviceOf(userAgent: string | undefined): string {
  // A header is as long as the caller likes.
  const text = (userAgent ?? '').slice(0, 400);
  const browser = BROWSERS.map(([pattern, name]) => ({ name, found: pattern.exec(text) })).find(
    ({ found }) => found,
  );
  if (!browser) return /^[\w.+-]+(?:\/[\w.+-]+)?/.exec(text)?.[0].slice(0, LONGEST) ?? '';
  const system = SYSTEMS.find(([pattern]) => pattern.test(text))?.[1];
  return `${browser.name} ${browser.found?.[1] ?? ''}${system === undefined ? '' : `, ${system}`}`;
}

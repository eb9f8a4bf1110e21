import type { Finding } from '../engine/model.js';
import type { Text } from '../engine/text.js';
import { Problem } from '../problems/problem.js';

function countErrors(findings: Finding[]): number {
  return findings.filter((finding) => finding.severity === 'error').length;
}

function placeOf(finding: Finding | undefined): string {
  if (finding?.line === undefined) return '';
  return ` (${finding.line}:${finding.column ?? 1})`;
}

export class UnknownSop extends Problem {
  readonly slug = 'unknown-sop';
  readonly status = 404;
  readonly title: Text = { en: 'No such SOP', 'zh-CN': '没有这个标准流程' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no SOP "${id}". GET /api/sops lists those that exist.`,
      'zh-CN': `没有名为“${id}”的标准流程。可通过 GET /api/sops 查看现有流程。`,
    };
  }
}

export class UnknownSopVersion extends Problem {
  readonly slug = 'unknown-sop-version';
  readonly status = 404;
  readonly title: Text = { en: 'No such version', 'zh-CN': '没有这个版本' };
  readonly detail: Text;

  constructor(id: string, version: string | number) {
    super();
    this.detail =
      version === 'draft'
        ? { en: `The SOP "${id}" has no draft.`, 'zh-CN': `标准流程“${id}”没有草稿。` }
        : {
            en: `The SOP "${id}" has no version ${version}. GET /api/sops/${id}/versions lists its versions.`,
            'zh-CN': `标准流程“${id}”没有版本 ${version}。可通过 GET /api/sops/${id}/versions 查看所有版本。`,
          };
  }
}

/** The text cannot be read as an SOP at all; nothing was stored. */
export class SopUnreadable extends Problem {
  readonly slug = 'sop-unreadable';
  readonly status = 422;
  readonly title: Text = { en: 'This is not a readable SOP', 'zh-CN': '无法读取该标准流程' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(findings: Finding[]) {
    super();
    const first = findings[0];
    this.detail = {
      en: `Nothing was stored. ${first === undefined ? 'The text holds no SOP.' : `First finding${placeOf(first)}: ${first.message.en}`}`,
      'zh-CN': `未保存任何内容。${first === undefined ? '文本中没有标准流程。' : `第一个问题${placeOf(first)}：${first.message['zh-CN']}`}`,
    };
    this.facts = { findings };
  }
}

/** The id in the file and the one in the path differ. */
export class SopIdMismatch extends Problem {
  readonly slug = 'sop-id-mismatch';
  readonly status = 422;
  readonly title: Text = { en: 'The id does not match', 'zh-CN': '流程标识不一致' };
  readonly detail: Text;

  constructor(inPath: string, inFile: string) {
    super();
    this.detail = {
      en: `The address names the SOP "${inPath}", but its text says id "${inFile}". Make them equal.`,
      'zh-CN': `请求地址中的流程是“${inPath}”，但内容中的 id 是“${inFile}”。请保持一致。`,
    };
    this.errors.push({
      pointer: '/id',
      message: { en: `must be "${inPath}"`, 'zh-CN': `必须是“${inPath}”` },
    });
  }
}

export class SopIdInvalid extends Problem {
  readonly slug = 'sop-id-invalid';
  readonly status = 422;
  readonly title: Text = { en: 'This cannot be the id of an SOP', 'zh-CN': '该标识不能用作流程标识' };
  readonly detail: Text = {
    en: 'An SOP id has 1 to 64 characters: lower-case letters, digits and hyphens, beginning with a letter.',
    'zh-CN': '流程标识由 1 到 64 个小写字母、数字或连字符组成，并以字母开头。',
  };
}

export class StaleDraft extends Problem {
  readonly slug = 'stale-draft';
  readonly status = 412;
  readonly title: Text = { en: 'The draft was changed meanwhile', 'zh-CN': '草稿已被他人修改' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(id: string, expected: number, draft: LastChange | null) {
    super();
    const current = draft?.revision ?? null;
    this.detail =
      current === null
        ? {
            en: `You named revision ${expected}, but the SOP "${id}" has no draft. Send the draft without If-Match to begin one.`,
            'zh-CN': `您指定的是修订号 ${expected}，但标准流程“${id}”没有草稿。不带 If-Match 提交即可新建草稿。`,
          }
        : {
            en: `You named revision ${expected}, but the draft of "${id}" is at revision ${current}. Read it again and bring in your changes.`,
            'zh-CN': `您指定的是修订号 ${expected}，但“${id}”的草稿已是修订号 ${current}。请重新读取后再合并您的修改。`,
          };
    this.facts = factsOf(draft);
  }
}

/** A draft was to be begun, but somebody else has begun one. */
export class DraftExists extends Problem {
  readonly slug = 'draft-exists';
  readonly status = 412;
  readonly title: Text = { en: 'There is a draft already', 'zh-CN': '已存在草稿' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(id: string, draft: LastChange | null) {
    super();
    const who = draft?.updatedByName ?? draft?.updatedBy ?? '–';
    this.detail = {
      en: `"${id}" has a draft, last changed by ${who}. Read it and go on with it, or throw it away first.`,
      'zh-CN': `“${id}”已有草稿（最近修改人：${who}）。请先读取并在其基础上修改，或先放弃该草稿。`,
    };
    this.facts = factsOf(draft);
  }
}

/** Who changed a draft last. */
interface LastChange {
  revision: number;
  updatedBy: string;
  updatedByName: string | null;
  updatedAt: Date;
}

function factsOf(draft: LastChange | null): Record<string, unknown> {
  if (draft === null) return { currentRevision: null };
  const { revision, updatedBy, updatedByName, updatedAt } = draft;
  return { currentRevision: revision, updatedBy, updatedByName, updatedAt: updatedAt.toISOString() };
}

export class IfMatchUnreadable extends Problem {
  readonly slug = 'if-match-unreadable';
  readonly status = 422;
  readonly title: Text = { en: 'If-Match is not a revision', 'zh-CN': 'If-Match 不是有效的修订号' };
  readonly detail: Text = {
    en: 'If-Match must hold the revision of the draft in quotes, as its ETag gives it: If-Match: "3".',
    'zh-CN': 'If-Match 应为带引号的草稿修订号，与 ETag 一致，例如：If-Match: "3"。',
  };
}

/** A draft with errors cannot become a version. */
export class SopNotPublishable extends Problem {
  readonly slug = 'sop-not-publishable';
  readonly status = 409;
  readonly title: Text = { en: 'The draft has errors', 'zh-CN': '草稿存在错误' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(id: string, findings: Finding[]) {
    super();
    const errors = countErrors(findings);
    this.detail = {
      en: `The draft of "${id}" has ${errors} ${errors === 1 ? 'error' : 'errors'}; it can be published when they are mended. No version was made.`,
      'zh-CN': `“${id}”的草稿有 ${errors} 个错误，修正后才能发布。未生成新版本。`,
    };
    this.facts = { findings };
  }
}

/** The draft kept changing while it was being checked. */
export class DraftBusy extends Problem {
  readonly slug = 'draft-busy';
  readonly status = 409;
  readonly title: Text = { en: 'The draft is being edited', 'zh-CN': '草稿正在被编辑' };
  readonly detail: Text;

  constructor(id: string) {
    super();
    this.detail = {
      en: `The draft of "${id}" changed while it was checked. Try again when it rests.`,
      'zh-CN': `检查期间“${id}”的草稿又被修改。请在修改完成后重试。`,
    };
  }
}

/** The body holds no text of an SOP. */
export class SopBodyMissing extends Problem {
  readonly slug = 'sop-body-missing';
  readonly status = 422;
  readonly title: Text = { en: 'No SOP in the body', 'zh-CN': '请求体中没有标准流程' };
  readonly detail: Text = {
    en: 'Send the SOP as application/yaml, as application/json, or as JSON {"source": "…", "format": "yaml"}.',
    'zh-CN':
      '请以 application/yaml 或 application/json 提交标准流程，或使用 JSON：{"source": "…", "format": "yaml"}。',
  };
}

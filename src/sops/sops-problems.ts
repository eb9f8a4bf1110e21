import type { Finding } from '../engine/common/model.js';
import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

function countErrors(findings: Finding[]): number {
  return findings.filter((finding) => finding.severity === 'error').length;
}

function placeOf(finding: Finding | undefined): string {
  if (finding?.line === undefined) return '';
  return ` (${finding.line}:${finding.column ?? 1})`;
}

export class UnknownSop extends Problem {
  readonly kind = kinds.unknownSop;
  readonly detail: Text;
  override readonly hint: Text = {
    en: 'GET /api/sops lists those that exist.',
    'zh-CN': '可通过 GET /api/sops 查看现有流程。',
  };

  constructor(id: string) {
    super();
    this.detail = {
      en: `There is no SOP "${id}".`,
      'zh-CN': `没有名为“${id}”的标准流程。`,
    };
  }
}

export class UnknownSopVersion extends Problem {
  readonly kind = kinds.unknownSopVersion;
  readonly detail: Text;
  override readonly hint: Text = {
    en: 'GET /api/sops/{id}/versions lists its versions.',
    'zh-CN': '可通过 GET /api/sops/{id}/versions 查看所有版本。',
  };

  constructor(id: string, version: string | number) {
    super();
    this.detail =
      version === 'draft'
        ? { en: `The SOP "${id}" has no draft.`, 'zh-CN': `标准流程“${id}”没有草稿。` }
        : {
            en: `The SOP "${id}" has no version ${version}.`,
            'zh-CN': `标准流程“${id}”没有版本 ${version}。`,
          };
  }
}

/** The text cannot be read as an SOP at all; nothing was stored. */
export class SopUnreadable extends Problem {
  readonly kind = kinds.sopUnreadable;
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
  readonly kind = kinds.sopIdMismatch;
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
  readonly kind = kinds.sopIdInvalid;
  readonly detail: Text = {
    en: 'An SOP id has 1 to 64 characters: lower-case letters, digits and hyphens, beginning with a letter.',
    'zh-CN': '流程标识由 1 到 64 个小写字母、数字或连字符组成，并以字母开头。',
  };
}

export class StaleDraft extends Problem {
  readonly kind = kinds.staleDraft;
  readonly detail: Text;
  override readonly hint: Text = {
    en: 'Send If-Match with the revision that it has now; where there is no draft, leave If-Match away to begin one.',
    'zh-CN': '请在 If-Match 中填写当前修订号；没有草稿时，不带 If-Match 提交即可新建。',
  };
  override readonly facts: Record<string, unknown>;

  constructor(id: string, expected: number, draft: LastChange | null) {
    super();
    const current = draft?.revision ?? null;
    this.detail =
      current === null
        ? {
            en: `You named revision ${expected}, but the SOP "${id}" has no draft any more.`,
            'zh-CN': `您指定的是修订号 ${expected}，但标准流程“${id}”已没有草稿。`,
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
  readonly kind = kinds.draftExists;
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
  readonly kind = kinds.ifMatchUnreadable;
  readonly detail: Text = {
    en: 'If-Match must hold the revision of the draft in quotes, as its ETag gives it: If-Match: "3".',
    'zh-CN': 'If-Match 应为带引号的草稿修订号，与 ETag 一致，例如：If-Match: "3"。',
  };
}

/** A draft with errors cannot become a version. */
export class SopNotPublishable extends Problem {
  readonly kind = kinds.sopNotPublishable;
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
  readonly kind = kinds.draftBusy;
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
  readonly kind = kinds.sopBodyMissing;
  readonly detail: Text = {
    en: 'Send the SOP as application/yaml, as application/json, or as JSON {"source": "…", "format": "yaml"}.',
    'zh-CN':
      '请以 application/yaml 或 application/json 提交标准流程，或使用 JSON：{"source": "…", "format": "yaml"}。',
  };
}

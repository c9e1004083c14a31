import type { ReactNode } from 'react';
import { ChangeAccountDialog, OpenAccountDialog } from '../features/account/AccountsPage';
import { AskForLooks, DecideAccessRequest } from '../features/approval/AccessRequests';
import { DecideAccountChange } from '../features/approval/AccountChanges';
import { DecideDialog } from '../features/attention/DecideDialog';
import { StepDialog } from '../features/bulletin/StepDialog';
import { BulletinTemplate } from '../features/bulletin/BulletinTemplate';
import { BranchDialog } from '../features/platform/Branches';
import { Disclosures } from '../features/platform/Disclosures';
import { PlatformDialog } from '../features/platform/PlatformDialog';
import { ColumnSets } from '../features/registration/ColumnSets';
import { CorrectDialog } from '../features/registration/CorrectDialog';
import { Evidence } from '../features/registration/Evidence';
import { ExportDialog } from '../features/registration/ExportDialog';
import { ContactDialog, DocumentDialog, ExtractDialog } from '../features/registration/PersonDialogs';
import { ProposeAttention } from '../features/registration/ProposeAttention';
import { EndDialog, EstablishDialog, MergeDialog } from '../features/registration/RegistrationSteps';
import { MergePeopleDialog, UndoMergeDialog } from '../features/registration/MergePeople';
import { RevealDialog } from '../features/registration/RevealDialog';
import { SettingsPage } from '../features/signin/SettingsPage';
import { Tokens } from '../features/signin/Tokens';
import {
  accessRequest,
  account,
  accountChange,
  branch,
  bulletin,
  entry,
  ID,
  investor,
  investorMerge,
  platform,
  registration,
} from './minimalRecords';

/** Test case for a dialog with a form. */
export interface DialogCase {
  /** Source file. */
  file: string;
  name: string;
  screen: (onClose: () => void) => ReactNode;
  /** Label of the button that opens the dialog, if the case renders the screen around it. */
  opener?: string;
  /** Label of a field that the test can fill in. */
  field: string;
  /** Expected request after the required fields are filled in. */
  sends?: { request: string; press: string; body: object; fill?: Record<string, string> };
}

const doNothing = () => undefined;
const callbacks = (onClose: () => void) => ({ onDone: doNothing, onStale: doNothing, onClose });
const REASON = { 原因: '登记有误' };
const registrationAt = (verb: string) => `POST /api/v1/registrations/${ID}/${verb}`;

/** All dialogs with a form; a test compares the list with the source. The records have null in every optional field. */
export const DIALOGS: DialogCase[] = [
  {
    file: 'features/registration/CorrectDialog.tsx',
    name: 'correct a registration',
    screen: (onClose) => <CorrectDialog registration={registration} {...callbacks(onClose)} />,
    field: '备注',
    sends: {
      request: registrationAt('correct'),
      press: '更正登记',
      fill: REASON,
      body: {
        reason: '登记有误',
        investments: [{ product: '季季盈', investedOn: '2019-05-20', maturesOn: null, principal: '50000.00' }],
        remark: null,
      },
    },
  },
  {
    file: 'features/registration/RegistrationSteps.tsx',
    name: 'verify a registration',
    screen: (onClose) => <EstablishDialog registration={registration} step="verify" {...callbacks(onClose)} />,
    field: '本金合计（元）',
    sends: {
      request: registrationAt('verify'),
      press: '核实',
      fill: { 依据: '银行流水' },
      body: { principal: '50000.00', note: '银行流水' },
    },
  },
  {
    file: 'features/registration/RegistrationSteps.tsx',
    name: 'withdraw a registration',
    screen: (onClose) => <EndDialog registration={registration} step="withdraw" {...callbacks(onClose)} />,
    field: '原因',
    sends: { request: registrationAt('withdraw'), press: '撤回登记', fill: REASON, body: { reason: '登记有误' } },
  },
  {
    file: 'features/registration/RegistrationSteps.tsx',
    name: 'merge a registration',
    screen: (onClose) => <MergeDialog registration={registration} {...callbacks(onClose)} />,
    field: '原因',
  },
  {
    file: 'features/registration/PersonDialogs.tsx',
    name: 'change contact details',
    screen: (onClose) => <ContactDialog person={investor} {...callbacks(onClose)} />,
    field: '姓名',
    sends: {
      request: `PUT /api/v1/investors/${ID}`,
      press: '变更联系信息',
      fill: REASON,
      body: { name: null, phone: null, otherPhone: null, address: null, emergencyContact: null },
    },
  },
  {
    file: 'features/registration/PersonDialogs.tsx',
    name: 'correct a document',
    screen: (onClose) => <DocumentDialog person={investor} {...callbacks(onClose)} />,
    field: '证件号码',
    sends: {
      request: `POST /api/v1/investors/${ID}/correct-document`,
      press: '更正证件',
      fill: { ...REASON, 证件号码: '445102198001010018' },
      body: { documentNumber: '445102198001010018', bornOn: null, sex: null },
    },
  },
  {
    file: 'features/registration/MergePeople.tsx',
    name: 'merge people',
    screen: (onClose) => <MergePeopleDialog person={investor} {...callbacks(onClose)} />,
    field: '认定为同一人的依据',
  },
  {
    file: 'features/registration/MergePeople.tsx',
    name: 'undo a merge of people',
    screen: (onClose) => <UndoMergeDialog merge={investorMerge} {...callbacks(onClose)} />,
    field: '原因',
    sends: {
      request: `POST /api/v1/investors/merges/${ID}/undo`,
      press: '撤销合并',
      fill: REASON,
      body: { reason: '登记有误' },
    },
  },
  {
    file: 'features/registration/PersonDialogs.tsx',
    name: 'make an extract',
    screen: (onClose) => <ExtractDialog person={investor} {...callbacks(onClose)} />,
    field: '如何核对本人身份',
  },
  {
    file: 'features/registration/RevealDialog.tsx',
    name: 'show in clear',
    screen: (onClose) => <RevealDialog investorId={ID} onClose={onClose} />,
    field: '说明',
  },
  {
    file: 'features/registration/ProposeAttention.tsx',
    name: 'propose for attention',
    screen: (onClose) => <ProposeAttention registrationId={ID} onClose={onClose} />,
    field: '说明',
  },
  {
    file: 'features/registration/ExportDialog.tsx',
    name: 'export the register',
    screen: (onClose) => <ExportDialog filters={{}} onClose={onClose} />,
    field: 'CSV（UTF-8，供程序读取）',
  },
  {
    file: 'features/registration/ColumnSets.tsx',
    name: 'keep columns',
    screen: () => <ColumnSets shown={['NUMBER']} onChange={doNothing} />,
    opener: '保存这些列',
    field: '名称',
  },
  {
    file: 'features/registration/Evidence.tsx',
    name: 'attach a file',
    screen: () => <Evidence registration={registration} canAttach />,
    opener: '附上材料',
    field: '文件',
  },
  {
    file: 'features/attention/DecideDialog.tsx',
    name: 'approve a proposal',
    screen: (onClose) => <DecideDialog entry={entry} decision="approve" onClose={onClose} />,
    field: '说明',
    sends: { request: `POST /api/v1/attention-entries/${ID}/approve`, press: '批准', body: { note: null } },
  },
  {
    file: 'features/bulletin/StepDialog.tsx',
    name: 'send a bulletin back',
    screen: (onClose) => <StepDialog bulletin={bulletin} step="sendBack" {...callbacks(onClose)} />,
    field: '原因',
    sends: {
      request: `POST /api/v1/bulletins/${ID}/send-back`,
      press: '退回修改',
      fill: REASON,
      body: { reason: '登记有误' },
    },
  },
  {
    file: 'features/bulletin/BulletinTemplate.tsx',
    name: 'replace the template',
    screen: () => <BulletinTemplate />,
    opener: '更换模板',
    field: '说明',
  },
  {
    file: 'features/platform/PlatformDialog.tsx',
    name: 'change a platform',
    screen: (onClose) => <PlatformDialog platform={platform} {...callbacks(onClose)} />,
    field: '运营公司',
    sends: {
      request: `PUT /api/v1/platforms/${ID}`,
      press: '保存',
      body: { name: '共信赢', company: null, firstWindow: null },
    },
  },
  {
    file: 'features/platform/Branches.tsx',
    name: 'change a branch',
    screen: (onClose) => <BranchDialog platformId={ID} branch={branch} name="名称" onClose={onClose} />,
    field: '地址',
    sends: { request: `PUT /api/v1/platforms/${ID}/branches/${ID}`, press: '保存', body: { name: '一号门店' } },
  },
  {
    file: 'features/platform/Disclosures.tsx',
    name: 'record a disclosure',
    screen: () => <Disclosures platformId={ID} />,
    opener: '记录信息披露',
    field: '来源',
  },
  {
    file: 'features/account/AccountsPage.tsx',
    name: 'change an account',
    screen: (onClose) => <ChangeAccountDialog account={account} onDone={doNothing} onClose={onClose} />,
    field: '姓名',
    sends: {
      request: `PUT /api/v1/accounts/${ID}`,
      press: '保存',
      body: { name: '林登记', areaCode: null, branchId: null, newPassword: null },
    },
  },
  {
    file: 'features/account/AccountsPage.tsx',
    name: 'open an account',
    screen: (onClose) => <OpenAccountDialog onDone={doNothing} onClose={onClose} />,
    field: '姓名',
  },
  {
    file: 'features/approval/AccountChanges.tsx',
    name: 'refuse a change of an account',
    screen: (onClose) => <DecideAccountChange change={accountChange} verb="refuse" {...callbacks(onClose)} />,
    field: '原因',
    sends: {
      request: `POST /api/v1/account-changes/${ID}/refuse`,
      press: '不批准',
      fill: REASON,
      body: { reason: '登记有误' },
    },
  },
  {
    file: 'features/approval/AccessRequests.tsx',
    name: 'refuse a request for data in clear',
    screen: (onClose) => <DecideAccessRequest request={accessRequest} verb="refuse" {...callbacks(onClose)} />,
    field: '原因',
    sends: {
      request: `POST /api/v1/access-requests/${ID}/refuse`,
      press: '不批准',
      fill: REASON,
      body: { reason: '登记有误' },
    },
  },
  {
    file: 'features/approval/AccessRequests.tsx',
    name: 'ask for more looks',
    screen: (onClose) => <AskForLooks onDone={doNothing} onClose={onClose} />,
    field: '说明',
  },
  {
    file: 'features/signin/SettingsPage.tsx',
    name: 'choose a password',
    screen: () => <SettingsPage />,
    opener: '更换密码',
    field: '原密码',
  },
  {
    file: 'features/signin/Tokens.tsx',
    name: 'issue a token',
    screen: () => <Tokens />,
    opener: '签发令牌',
    field: '用途',
  },
];

import type { Schemas } from '../api/client';
import type { Bilingual } from './bilingual';

/** What is counted, by the names the bulletin has for it. */
export const measureLabels: Bilingual<Record<Schemas['Measure'], string>> = {
  'zh-CN': {
    REGISTERED: '登记（人次）',
    AFFECTED: '受损登记',
    WITHOUT_LOSS: '无损失登记',
    SUSPECTED_HELPERS: '涉嫌协助人员登记',
    PRINCIPAL: '投入本金',
    REPAID: '已返还',
    VERIFIED: '已核实',
    ADJUDICATED: '司法认定',
    POLICE_REPORTED: '已报案',
    EVIDENCE_COMPLETE: '材料齐全',
    PERSONS_REGISTERED: '登记人数',
    PERSONS_AFFECTED: '受损人数',
    ATTENTION_LEVEL_1: '重点关注 1 级',
    ATTENTION_LEVEL_2: '重点关注 2 级',
    ATTENTION_LEVEL_3: '重点关注 3 级',
    DISCLOSURES: '信息披露',
  },
  en: {
    REGISTERED: 'Registrations',
    AFFECTED: 'Registrations with a loss',
    WITHOUT_LOSS: 'Registrations without a loss',
    SUSPECTED_HELPERS: 'Registrations of suspected helpers',
    PRINCIPAL: 'Principal put in',
    REPAID: 'Paid back',
    VERIFIED: 'Verified',
    ADJUDICATED: 'Found by a court',
    POLICE_REPORTED: 'Reported to the police',
    EVIDENCE_COMPLETE: 'Evidence complete',
    PERSONS_REGISTERED: 'Persons registered',
    PERSONS_AFFECTED: 'Persons affected',
    ATTENTION_LEVEL_1: 'Attention, level 1',
    ATTENTION_LEVEL_2: 'Attention, level 2',
    ATTENTION_LEVEL_3: 'Attention, level 3',
    DISCLOSURES: 'Disclosures',
  },
};

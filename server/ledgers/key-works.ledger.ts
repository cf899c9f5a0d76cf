import { listLedger } from './list-ledger';

export default listLedger({ id: 'key-works', place: 3, name: '省级重点工程台账', nameEn: 'Provincial key works', description: '列入省级水污染防治重点工程的工程。', descriptionEn: 'Works on the list of provincial key works against water pollution.' });

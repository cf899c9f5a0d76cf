import { listLedger } from './list-ledger';

export default listLedger({ id: 'provincial', place: 2, name: '省定工程台账', nameEn: 'Provincial list', description: '列入省定工程清单的工程。', descriptionEn: 'Works on the provincial list.' });

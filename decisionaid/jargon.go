package decisionaid

// jargon are words that professionals say and most people do not, with how to say them plainly.
var jargon = map[string]string{
	"adenocarcinoma": "a kind of cancer", "adjuvant": "extra treatment", "adverse": "unwanted", "aetiology": "cause", "analgesia": "pain relief",
	"analgesic": "painkiller", "analgesics": "painkillers", "androgen": "male hormone", "anaesthesia": "being put to sleep or made numb",
	"anticoagulant": "blood thinner", "anticoagulants": "blood thinners", "anticoagulation": "treatment with a blood thinner", "arrhythmia": "uneven heartbeat",
	"arthroplasty": "joint replacement", "asymptomatic": "without symptoms", "atherosclerosis": "furring of the arteries", "benign": "not cancer",
	"bilateral": "on both sides", "biopsy": "taking a small sample", "brachytherapy": "radiotherapy from inside", "cardiac": "of the heart", "cardiovascular": "of the heart and blood vessels",
	"catheter": "thin tube", "cerebrovascular": "of the blood vessels of the brain", "chronic": "long-term", "clinician": "health professional", "clinicians": "health professionals",
	"cognitive": "of thinking", "comorbidities": "other health problems", "comorbidity": "another health problem", "contraindicated": "not safe for you",
	"contraindication": "reason not to have it", "cohort": "group of people", "corticosteroid": "steroid", "debridement": "cleaning of a wound", "dyspnoea": "being short of breath",
	"efficacy": "how well it works", "embolism": "a clot that travels", "endoscopy": "a camera test", "epidural": "an injection in the back", "erectile": "of erections",
	"fibrosis": "scarring", "gastrointestinal": "of the stomach and bowel", "haematoma": "bruise", "haematuria": "blood in the urine", "haemorrhage": "bleed", "haemorrhagic": "from a bleed",
	"hepatic": "of the liver", "hyperlipidaemia": "high cholesterol", "hypertension": "high blood pressure", "hypotension": "low blood pressure", "idiopathic": "of unknown cause",
	"incidence": "how many people get it", "incontinence": "leaking", "intervention": "treatment", "intravenous": "into a vein", "ischaemic": "from too little blood",
	"lesion": "sore or lump", "lipid": "blood fat", "lipids": "blood fats", "malignant": "cancer", "metastases": "spread of the cancer", "metastasis": "spread of the cancer",
	"metastatic": "spread", "modality": "kind", "morbidity": "illness", "mortality": "deaths", "myalgia": "muscle pain", "myocardial": "of the heart muscle", "neuropathy": "nerve damage",
	"nocturia": "getting up at night to pass urine", "oedema": "swelling", "oncologist": "cancer doctor", "orthopaedic": "of bones and joints", "osteoarthritis": "arthritis from wear",
	"palliative": "easing", "pathology": "disease", "perioperative": "around the operation", "pharmacological": "with medicines", "placebo": "dummy treatment", "prevalence": "how many people have it",
	"prognosis": "what is likely to happen", "prophylactic": "preventive", "prophylaxis": "prevention", "prostatectomy": "removal of the prostate", "pulmonary": "of the lungs", "randomised": "chosen by chance",
	"renal": "of the kidneys", "resection": "cutting out", "rhabdomyolysis": "a serious breakdown of muscle", "screening": "testing people without symptoms", "sequelae": "after-effects",
	"statistically": "by the rules of statistics", "stenosis": "narrowing", "subcutaneous": "under the skin", "systemic": "of the whole body", "thrombosis": "blood clot", "thromboembolic": "from a blood clot",
	"thromboembolism": "blood clot that travels", "titration": "stepwise change of dose", "toxicity": "harm", "unilateral": "on one side", "urinary": "of passing urine", "vascular": "of the blood vessels",
	"venous": "of the veins",
}

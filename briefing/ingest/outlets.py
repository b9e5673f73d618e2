"""Names of outlets by their hosts, and the words that newspapers' names are made of."""

from __future__ import annotations

#: hosts whose outlet cannot be read off the name; one that is not here is given as it stands
KNOWN_OUTLETS = {
    "abc.net.au": "ABC News (Australia)",
    "afp.com": "AFP",
    "aljazeera.com": "Al Jazeera",
    "allafrica.com": "allAfrica",
    "apnews.com": "AP",
    "asahi.com": "The Asahi Shimbun",
    "axios.com": "Axios",
    "bbc.co.uk": "BBC",
    "bbc.com": "BBC",
    "bloomberg.com": "Bloomberg",
    "cbc.ca": "CBC",
    "cbsnews.com": "CBS News",
    "cnbc.com": "CNBC",
    "cnn.com": "CNN",
    "dawn.com": "Dawn",
    "dw.com": "DW",
    "economist.com": "The Economist",
    "english.news.cn": "Xinhua",
    "euractiv.com": "Euractiv",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "haaretz.com": "Haaretz",
    "ipsnews.net": "IPS",
    "jpost.com": "The Jerusalem Post",
    "mercopress.com": "MercoPress",
    "nbcnews.com": "NBC News",
    "npr.org": "NPR",
    "nytimes.com": "The New York Times",
    "politico.com": "Politico",
    "politico.eu": "Politico Europe",
    "reuters.com": "Reuters",
    "rferl.org": "RFE/RL",
    "rnz.co.nz": "RNZ",
    "scmp.com": "South China Morning Post",
    "theguardian.com": "The Guardian",
    "wsj.com": "The Wall Street Journal",
    "xinhuanet.com": "Xinhua",
}
PAPER_WORDS = """the daily morning evening sunday times post news star herald gazette observer today tribune standard
    express chronicle journal mail mirror sun telegraph nation economist independent guardian globe monitor review
    national courier dispatch examiner inquirer wire""".split()
_PLACES = """africa america arab arabian asia asian australia bangkok bangladesh beijing berlin bombay boston brussels
    cairo canada chicago china colombo costa cyprus delhi dubai dublin east egypt europe european fiji financial ghana
    global gulf hindustan hong houston india indian international iran irish israel jakarta japan jerusalem
    johannesburg jordan kashmir kathmandu kenya khaleej kiev korea kong kuwait kyiv lagos lebanon london malta
    mexico miami middle moscow namibia nepal new nicaragua nigeria north oman pacific pakistan peninsula
    philadelphia philippine qatar rica saudi scotland seoul singapore south straits sydney taipei taiwan tehran
    tico tokyo toronto turkey turkish ukraine united vancouver vietnam washington west world york zimbabwe
    buenos aires economic deccan""".split()
NAME_WORDS = sorted({*PAPER_WORDS, *_PLACES}, key=len, reverse=True)

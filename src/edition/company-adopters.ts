/**
 * Companies that engineering blogs write about for what they build with technology, by trade.
 * One a line: name | aliases | products | domains. A `~` marks a name that is also an ordinary word of headlines.
 */
export const adopters = `
Netflix | | Zuul, Hystrix, Metaflow, Netflix Maestro, ~Titus | netflix.com, netflixtechblog.com
Airbnb | | ~Himeji, Airbnb Chronon | airbnb.com
Spotify | | Backstage, Spotify Wrapped | spotify.com, engineering.atspotify.com
SoundCloud | |  | soundcloud.com, developers.soundcloud.com
Yelp | | PaaSTA | yelp.com, engineeringblog.yelp.com
Uber | Uber Technologies | Uber Eats, CacheFront, Michelangelo, Uber Cadence, M3DB | uber.com
DoorDash | | Wolt
Gojek | GoTo
Delivery Hero | | foodpanda
Just Eat | Just Eat Takeaway
~Snap | Snap Inc, Snapchat
Shopify | | ~Hydrogen, Shopify Functions
Amazon | Amazon.com, Amazon Retail, Amazon Ads, Amazon Finance, Amazon Music, Amazon Pharmacy, Amazon Robotics, Amazon Search, Amazon Stores, Prime Video | Alexa, ~Audible, IMDb, ~Kindle, ~Kuiper, Rufus, Zappos | amazon.science
Walmart | Walmart Global Tech | Sam's Club
Home Depot | The Home Depot
Inditex | | Zara
Mercado Libre | MercadoLibre | Mercado Pago
Adevinta | | Leboncoin
~Bol | bol.com
Booking.com | ~Booking, Booking Holdings
Expedia | Expedia Group | Vrbo, Hotels.com
KLM | Air France-KLM
Disney | Walt Disney | Disney+, Hulu, Hotstar
Warner Bros | Warner Bros. Discovery | HBO Max
NBCUniversal | ~Peacock
Comcast | | Xfinity
BBC | | iPlayer
The New York Times | New York Times
The Washington Post | Washington Post
JPMorgan Chase | JPMorganChase, JPMorgan, JP Morgan, J.P. Morgan
Goldman Sachs | ~Goldman
Citi | Citigroup, Citibank
American Express | Amex
~Visa | Visa Inc
PayPal | | Braintree, Venmo
~Block | Block Inc | Cash App
~Wise | TransferWise
Starling Bank | ~Starling
Nubank | Nu Holdings
Intuit | | QuickBooks, TurboTax, Mailchimp, Credit Karma
Kakao | | KakaoTalk
Kakao Pay; KakaoBank; Formula 1; Siemens Healthineers; Virgin Atlantic; Ricoh; Experian
Naver | | LINE
LY Corporation | LINE Corporation
Lloyds | Lloyds Banking Group
Societe Generale | Société Générale
DBS | DBS Bank
Commonwealth Bank | Commonwealth Bank of Australia
National Australia Bank | NAB
Royal Bank of Canada | RBC
London Stock Exchange | LSEG, London Stock Exchange Group
Fidelity | Fidelity Investments
Rocket Mortgage | Rocket Companies
Toyota | | Woven by Toyota
Hyundai | Hyundai Motor Group
BMW | BMW Group
Mercedes-Benz | Mercedes
Volkswagen | | CARIAD
Volvo | Volvo Cars
~Ford | Ford Motor Company
General Motors | GM
John Deere | Deere
Foxconn | Hon Hai
GE | General Electric
Roche | Genentech
Eli Lilly | Lilly
Johnson & Johnson | J&J
Merck | MSD
UnitedHealth | UnitedHealth Group
CVS Health | CVS
Nestlé | Nestle
Procter & Gamble | P&G
L'Oréal | L'Oreal
Telefónica | Telefonica
NTT | NTT Data, NTT Docomo
Reliance Jio | Jio
Stanford | Stanford University
UC Berkeley | Berkeley
Carnegie Mellon | Carnegie Mellon University
Wikimedia | Wikimedia Foundation | Wikipedia
Basecamp | 37signals | HEY Email
The Trade Desk | Trade Desk
Riot Games | | League of Legends, Valorant
Activision | Activision Blizzard | Call of Duty
Electronic Arts | EA
Valve | | Steam Deck
Lyft; Instacart; ~Grab; Swiggy; Zomato; Deliveroo; Glovo; iFood; Meituan; Careem; ~Ola; Didi; LinkedIn; Pinterest
Reddit; Twitter; Quora; ~Medium; Substack; Discord; Twitch; Roblox; Tinder; ~Bumble; ~Hinge; Match Group; Duolingo
Coursera; Udemy; Khan Academy; Chegg; Etsy; eBay; ~Target; Costco; Best Buy; Lowe's; Kroger; Tesco; Sainsbury's
Ocado; Carrefour; IKEA; Zalando; ASOS; H&M; Nike; Adidas; Lululemon; Wayfair; Chewy; Rakuten; Mercari; Coupang
Flipkart; Myntra; Meesho; Lazada; Shopee; Temu; Shein; JD.com; OLX; Allegro; Cdiscount; Decathlon; Agoda
Tripadvisor; Skyscanner; Trivago; ~Kayak; Trainline; GetYourGuide; Marriott; Hilton; Hyatt; Delta Air Lines
United Airlines; American Airlines; Lufthansa; Ryanair; Qantas; Deutsche Bahn; FedEx; UPS; DHL; Maersk; Flexport
Hapag-Lloyd; Zillow; Redfin; Opendoor; Booksy; Ticketmaster; SeatGeek; Eventbrite; StubHub; Paramount; The Guardian
The Economist; Financial Times; Bloomberg; Thomson Reuters; Vimeo; Deezer; Tubi; Plex; Strava; Peloton; Garmin
Fitbit; Morgan Stanley; Bank of America; Wells Fargo; Capital One; Mastercard; ~Square; Adyen; Klarna; ~Affirm; ~Plaid
Brex; ~Ramp; Revolut; Monzo; N26; ~Chime; Robinhood; Coinbase; Binance; ~Kraken; Crypto.com; ~Stash; SoFi; Xero; Gusto
~Rippling; ~Deel; Checkout.com; GoCardless; Razorpay; PhonePe; Paytm; CRED; ~Toss; Barclays; HSBC; NatWest; Santander
BBVA; BNP Paribas; ING; ABN AMRO; Rabobank; Deutsche Bank; Commerzbank; UBS; Nordea; Danske Bank; Westpac; ANZ
TD Bank; Nasdaq; BlackRock; Vanguard; Two Sigma; Jane Street; ~Citadel; Moody's; S&P Global; Verisk; Allianz; AXA
Zurich Insurance; Swiss Re; ~Lemonade; Progressive Insurance; State Farm; Honda; Nissan; Audi; Porsche; Scania
Rivian; Stellantis; Ferrari; Caterpillar; Boeing; Airbus; Lockheed Martin; Rolls-Royce; GE HealthCare; GE Vernova
Philips; Medtronic; Moderna; Pfizer; Novartis; Novo Nordisk; AstraZeneca; GSK; Sanofi; Bayer; Amgen; Illumina
Mayo Clinic; Kaiser Permanente; Doctolib; Oscar Health; Shell plc; BP; ExxonMobil; Chevron; TotalEnergies; Equinor
Iberdrola; Enel; E.ON; Octopus Energy; Schneider Electric; Hitachi; Toshiba; Panasonic; BASF; Unilever; Coca-Cola
PepsiCo; LVMH; Starbucks; McDonald's; Domino's; AB InBev; Verizon; AT&T; T-Mobile; Vodafone; Deutsche Telekom
BT Group; Swisscom; Telstra; SK Telecom; SoftBank; NASA; CERN; NHS; MIT; Bluesky; ~Telegram; ~Mastodon; Stack Overflow
Gitpod; Criteo; AppLovin; GoDaddy; Hudl; ~Toast; Samsara; Procore; Veeva; ~Gong; ~Clio; ~Carta; ~Faire; Whatnot; StockX
Poshmark; Vinted; BlaBlaCar; Back Market; ~Picnic; HelloFresh; Personio; Contentsquare; Dailymotion; Ubisoft
Supercell; ~King; Niantic; Nintendo; Dream11; Hotjar
`;

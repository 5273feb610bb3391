using System.Collections.Frozen;

namespace Ingestion.Clean.Metadata;

/// <summary>
/// The names of the months, with their genitives and abbreviations, in the languages of the news. Source: Unicode CLDR;
/// kept here as data, so that the answer does not hang on the machine's version of it.
/// </summary>
internal static class MonthNames
{
    // Twelve months, separated by blanks; the forms of one month by commas.
    private static readonly Dictionary<string, string> Source = new()
    {
        ["en"] = """
            january,jan february,feb march,mar april,apr may june,jun july,jul august,aug september,sep,sept october,oct
            november,nov december,dec
            """,
        ["de"] = """
            januar,jan februar,feb märz,mär april,apr mai juni,jun juli,jul august,aug september,sep,sept oktober,okt
            november,nov dezember,dez
            """,
        ["fr"] = """
            janvier,janv février,févr mars avril,avr mai juin juillet,juil août septembre,sept octobre,oct novembre,nov
            décembre,déc
            """,
        ["es"] = """
            enero,ene febrero,feb marzo,mar abril,abr mayo,may junio,jun julio,jul agosto,ago septiembre,sept octubre,oct
            noviembre,nov diciembre,dic
            """,
        ["it"] = """
            gennaio,gen febbraio,feb marzo,mar aprile,apr maggio,mag giugno,giu luglio,lug agosto,ago settembre,set
            ottobre,ott novembre,nov dicembre,dic
            """,
        ["pt"] = """
            janeiro,jan fevereiro,fev março,mar abril,abr maio,mai junho,jun julho,jul agosto,ago setembro,set outubro,out
            novembro,nov dezembro,dez
            """,
        ["nl"] = """
            januari,jan februari,feb maart,mrt april,apr mei juni,jun juli,jul augustus,aug september,sep oktober,okt
            november,nov december,dec
            """,
        ["da"] = """
            januar,jan februar,feb marts,mar april,apr maj juni,jun juli,jul august,aug september,sep oktober,okt
            november,nov december,dec
            """,
        ["sv"] = """
            januari,jan februari,feb mars april,apr maj juni juli augusti,aug september,sep oktober,okt november,nov
            december,dec
            """,
        ["nb"] = """
            januar,jan februar,feb mars,mar april,apr mai juni,jun juli,jul august,aug september,sep oktober,okt
            november,nov desember,des
            """,
        ["fi"] = """
            tammikuu,tammikuuta,tammi,tammik helmikuu,helmikuuta,helmi,helmik maaliskuu,maaliskuuta,maalis,maalisk
            huhtikuu,huhtikuuta,huhti,huhtik toukokuu,toukokuuta,touko,toukok kesäkuu,kesäkuuta,kesä,kesäk
            heinäkuu,heinäkuuta,heinä,heinäk elokuu,elokuuta,elo,elok syyskuu,syyskuuta,syys,syysk
            lokakuu,lokakuuta,loka,lokak marraskuu,marraskuuta,marras,marrask joulukuu,joulukuuta,joulu,jouluk
            """,
        ["is"] = """
            janúar,jan febrúar,feb mars,mar apríl,apr maí júní,jún júlí,júl ágúst,ágú september,sep október,okt
            nóvember,nóv desember,des
            """,
        ["pl"] = """
            styczeń,stycznia,sty luty,lutego,lut marzec,marca,mar kwiecień,kwietnia,kwi maj,maja czerwiec,czerwca,cze
            lipiec,lipca,lip sierpień,sierpnia,sie wrzesień,września,wrz październik,października,paź
            listopad,listopada,lis grudzień,grudnia,gru
            """,
        ["cs"] = """
            leden,ledna,led únor,února,úno březen,března,bře duben,dubna,dub květen,května,kvě červen,června,čvn
            červenec,července,čvc srpen,srpna,srp září,zář říjen,října,říj listopad,listopadu,lis prosinec,prosince,pro
            """,
        ["sk"] = """
            január,januára,jan február,februára,feb marec,marca,mar apríl,apríla,apr máj,mája jún,júna júl,júla
            august,augusta,aug september,septembra,sep október,októbra,okt november,novembra,nov december,decembra,dec
            """,
        ["sl"] = """
            januar,jan februar,feb marec,mar april,apr maj junij,jun julij,jul avgust,avg september,sep oktober,okt
            november,nov december,dec
            """,
        ["hr"] = """
            siječanj,siječnja,sij veljača,veljače,velj ožujak,ožujka,ožu travanj,travnja,tra svibanj,svibnja,svi
            lipanj,lipnja,lip srpanj,srpnja,srp kolovoz,kolovoza,kol rujan,rujna,ruj listopad,listopada,lis
            studeni,studenoga,stu prosinac,prosinca,pro
            """,
        ["sh"] = """
            januar,jan februar,feb mart,mar april,apr maj jun jul avgust,avg septembar,sep oktobar,okt novembar,nov
            decembar,dec
            """,
        ["ro"] = """
            ianuarie,ian februarie,feb martie,mar aprilie,apr mai iunie,iun iulie,iul august,aug septembrie,sept
            octombrie,oct noiembrie,nov decembrie,dec
            """,
        ["hu"] = """
            január,jan február,febr március,márc április,ápr május,máj június,jún július,júl augusztus,aug
            szeptember,szept október,okt november,nov december,dec
            """,
        ["tr"] = """
            ocak,oca şubat,şub mart,mar nisan,nis mayıs,may haziran,haz temmuz,tem ağustos,ağu eylül,eyl ekim,eki
            kasım,kas aralık,ara
            """,
        ["id"] = """
            januari,jan februari,feb maret,mar april,apr mei juni,jun juli,jul agustus,agu september,sep oktober,okt
            november,nov desember,des
            """,
        ["ru"] = """
            январь,января,янв февраль,февраля,февр март,марта,мар апрель,апреля,апр май,мая июнь,июня,июн июль,июля,июл
            август,августа,авг сентябрь,сентября,сент октябрь,октября,окт ноябрь,ноября,нояб декабрь,декабря,дек
            """,
        ["uk"] = """
            січень,січня,січ лютий,лютого,лют березень,березня,бер квітень,квітня,кві,квіт травень,травня,тра,трав
            червень,червня,чер,черв липень,липня,лип серпень,серпня,сер,серп вересень,вересня,вер жовтень,жовтня,жов,жовт
            листопад,листопада,лис,лист грудень,грудня,гру,груд
            """,
        ["be"] = """
            студзень,студзеня,сту люты,лютага,лют сакавік,сакавіка,сак красавік,красавіка,кра май,мая чэрвень,чэрвеня,чэр
            ліпень,ліпеня,ліп жнівень,жніўня,жні верасень,верасня,вер кастрычнік,кастрычніка,кас лістапад,лістапада,ліс
            снежань,снежня,сне
            """,
        ["bg"] = """
            януари,яну февруари,фев март април,апр май юни юли август,авг септември,сеп октомври,окт ноември,ное
            декември,дек
            """,
        ["sr"] = """
            јануар,јан фебруар,феб март,мар април,апр мај јун јул август,авг септембар,сеп октобар,окт новембар,нов
            децембар,дец
            """,
        ["el"] = """
            ιανουάριος,ιανουαρίου,ιαν φεβρουάριος,φεβρουαρίου,φεβ μάρτιος,μαρτίου,μάρ,μαρ απρίλιος,απριλίου,απρ
            μάιος,μαΐου,μάι,μαΐ ιούνιος,ιουνίου,ιούν,ιουν ιούλιος,ιουλίου,ιούλ,ιουλ αύγουστος,αυγούστου,αύγ,αυγ
            σεπτέμβριος,σεπτεμβρίου,σεπ οκτώβριος,οκτωβρίου,οκτ νοέμβριος,νοεμβρίου,νοέ,νοε δεκέμβριος,δεκεμβρίου,δεκ
            """,
        ["hi"] = """
            जनवरी,जन॰ फ़रवरी,फ़र॰ मार्च अप्रैल मई जून जुलाई,जुल॰ अगस्त,अग॰ सितंबर,सित॰ अक्तूबर,अक्तू॰ नवंबर,नव॰
            दिसंबर,दिस॰
            """,
        ["ur"] = "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
        ["et"] = """
            jaanuar,jaan veebruar,veebr märts aprill,apr mai juuni juuli august,aug september,sept oktoober,okt
            november,nov detsember,dets
            """,
        ["lv"] = """
            janvāris,janv februāris,febr marts aprīlis,apr maijs jūnijs,jūn jūlijs,jūl augusts,aug septembris,sept
            oktobris,okt novembris,nov decembris,dec
            """,
        ["lt"] = """
            sausis,sausio,saus vasaris,vasario,vas kovas,kovo,kov balandis,balandžio,bal gegužė,gegužės,geg
            birželis,birželio,birž liepa,liepos,liep rugpjūtis,rugpjūčio,rugp rugsėjis,rugsėjo,rugs spalis,spalio,spal
            lapkritis,lapkričio,lapkr gruodis,gruodžio,gruod
            """,
        ["ca"] = """
            gener,gen febrer,febr març abril,d’abril,abr,d’abr maig juny juliol,jul agost,d’agost,ag,d’ag setembre,set
            octubre,d’octubre,oct,d’oct novembre,nov desembre,des
            """,
        ["gl"] = """
            xaneiro,xan febreiro,feb marzo,mar abril,abr maio xuño xullo,xul agosto,ago setembro,set outubro,out
            novembro,nov decembro,dec
            """,
        ["eu"] = """
            urtarrila,urt otsaila,ots martxoa,mar apirila,api maiatza,mai ekaina,eka uztaila,uzt abuztua,abu iraila,ira
            urria,urr azaroa,aza abendua,abe
            """,
        ["sq"] = """
            janar,jan shkurt,shk mars,mar prill,pri maj qershor,qer korrik,korr gusht,gush shtator,sht tetor,tet
            nëntor,nën dhjetor,dhj
            """,
        ["az"] = """
            yanvar,yan fevral,fev mart,mar aprel,apr may iyun,iyn iyul,iyl avqust,avq sentyabr,sen oktyabr,okt noyabr,noy
            dekabr,dek
            """,
        ["kk"] = """
            қаңтар,қаң ақпан,ақп наурыз,нау сәуір,сәу мамыр,мам маусым,мау шілде,шіл тамыз,там қыркүйек,қыр қазан,қаз
            қараша,қар желтоқсан,жел
            """,
        ["uz"] = """
            yanvar,yan fevral,fev mart,mar aprel,apr may iyun,iyn iyul,iyl avgust,avg sentabr,sen oktabr,okt noyabr,noy
            dekabr,dek
            """,
        ["th"] = """
            มกราคม,ม.ค กุมภาพันธ์,ก.พ มีนาคม,มี.ค เมษายน,เม.ย พฤษภาคม,พ.ค มิถุนายน,มิ.ย กรกฎาคม,ก.ค สิงหาคม,ส.ค
            กันยายน,ก.ย ตุลาคม,ต.ค พฤศจิกายน,พ.ย ธันวาคม,ธ.ค
            """,
        ["mk"] = """
            јануари,јан февруари,фев март,мар април,апр мај јуни,јун јули,јул август,авг септември,септ октомври,окт
            ноември,ноем декември,дек
            """,
        ["ar"] = """
            يناير فبراير مارس أبريل,ابريل مايو يونيو يوليو,يوليوز أغسطس,اغسطس,غشت سبتمبر,شتنبر أكتوبر,اكتوبر نوفمبر,نونبر
            ديسمبر,دجنبر
            """,
        ["he"] = "ינואר,בינואר,ינו פברואר,בפברואר,פבר מרץ,במרץ אפריל,באפריל מאי,במאי יוני,ביוני יולי,ביולי אוגוסט,באוגוסט,אוג ספטמבר,בספטמבר,ספט אוקטובר,באוקטובר,אוק נובמבר,בנובמבר,נוב דצמבר,בדצמבר",
        ["bn"] = "জানুয়ারি,জানুয়ারী ফেব্রুয়ারি,ফেব্রুয়ারী মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
        ["ms"] = "januari februari mac april mei jun julai ogos september oktober november disember",
        ["fa"] = "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    };

    private static readonly FrozenDictionary<string, FrozenDictionary<string, int>> ByLanguage =
        Source.ToFrozenDictionary(pair => pair.Key, pair => Read(pair.Value).ToFrozenDictionary());

    private static readonly FrozenDictionary<string, int> Everywhere = Merge();

    /// <summary>The number of the month, 1 to 12; 0 if it is no month's name.</summary>
    /// <param name="word">A word, in any case, with or without a full stop.</param>
    /// <param name="language">The page's language, asked first; null if it is not known.</param>
    public static int Number(string word, string? language)
    {
        var name = word.Trim('.', ',', ' ').ToLowerInvariant();
        if (language is not null && ByLanguage.TryGetValue(language, out var own) && own.TryGetValue(name, out var month)) return month;
        return Everywhere.GetValueOrDefault(name);
    }

    private static Dictionary<string, int> Read(string source)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = source.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < names.Length; i++)
        {
            foreach (var name in names[i].Split(',')) months.TryAdd(name, i + 1);
        }
        return months;
    }

    private static FrozenDictionary<string, int> Merge()
    {
        // Where two languages disagree (listopad), the one listed first has it.
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var source in Source.Values)
        {
            foreach (var (name, month) in Read(source)) all.TryAdd(name, month);
        }
        return all.ToFrozenDictionary();
    }
}

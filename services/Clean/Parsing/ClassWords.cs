using System.Collections.Frozen;

namespace Ingestion.Clean.Parsing;

/// <summary>
/// Reads class names and ids. They are cut into words at blanks, hyphens, underscores, digits and changes of case,
/// and each word, and each run of two or three words joined, is looked up: so "related-posts", "relatedPosts",
/// "related_posts" and "relatedposts" are one entry.
/// </summary>
internal static class ClassWords
{
    private const int LongestKey = 24;
    private const int LongestValue = 400;

    private static readonly FrozenDictionary<string, Marks> Words = Build();
    private static readonly FrozenDictionary<string, Marks>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a class or id attribute says.</summary>
    public static Marks Read(ReadOnlySpan<char> value)
    {
        var marks = Marks.None;
        Span<char> lower = stackalloc char[LongestValue];
        Span<int> starts = stackalloc int[LongestValue];
        int length = 0, words = 0, nameStart = 0;
        var part = new Part();
        var previous = ' ';
        foreach (var c in value[..Math.Min(value.Length, LongestValue - 1)])
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (part.IsHash) (length, words) = (part.Length, part.Words);
                part = new Part(length, words);
            }
            else
            {
                part.Add(c);
            }
            if (!char.IsAsciiLetter(c))
            {
                if (char.IsWhiteSpace(c))
                {
                    marks |= Match(lower[..length], starts[..words], nameStart);
                    nameStart = words;
                }
                previous = c;
                continue;
            }
            if (!char.IsAsciiLetter(previous) || (char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(previous))) starts[words++] = length;
            lower[length++] = (char)(c | 0x20);
            previous = c;
        }
        if (part.IsHash) (length, words) = (part.Length, part.Words);
        return marks | Match(lower[..length], starts[..words], nameStart);
    }

    /// <summary>What stands between two separators: "ad3e790" is a number that a tool made up, and has no words in it.</summary>
    /// <param name="Length">Letters before it.</param>
    /// <param name="Words">Words before it.</param>
    private record struct Part(int Length, int Words)
    {
        private const int ShortestHash = 6;

        private int _characters;
        private bool _hasDigit;
        private bool _hasOther;

        public readonly bool IsHash => _hasDigit && !_hasOther && _characters >= ShortestHash;

        public void Add(char c)
        {
            _characters++;
            if (char.IsAsciiDigit(c)) _hasDigit = true;
            else if (!char.IsAsciiHexDigit(c)) _hasOther = true;
        }
    }

    private static Marks Match(ReadOnlySpan<char> letters, ReadOnlySpan<int> starts, int from)
    {
        var marks = Marks.None;
        for (var i = from; i < starts.Length; i++)
        {
            for (var run = Math.Min(3, starts.Length - i); run >= 1; run--)
            {
                var end = i + run < starts.Length ? starts[i + run] : letters.Length;
                var key = letters[starts[i]..end];
                if (key.Length is < 2 or > LongestKey || !Lookup.TryGetValue(key, out var found)) continue;
                marks |= found;
                if (run > 1) i += run - 1;
                break;
            }
        }
        return marks;
    }

    private static FrozenDictionary<string, Marks> Build()
    {
        var words = new Dictionary<string, Marks>(StringComparer.Ordinal);
        void Add(Marks marks, string list)
        {
            foreach (var word in list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | marks;
        }

        Add(Marks.Body, """
            articlebody articlecontent articletext articlemain bodytext bodycopy contentbody entrycontent entrybody entrytext postcontent
            postbody posttext storybody storycontent storytext newsbody newscontent newstext newsdetail blogcontent blogbody blogtext
            maincontenttext textbody articlecopy articlebodytext pagecontentbody singlecontent singlepostcontent posttextcontent
            fulltext storybodytext articledetail contentarticle contenttext newsarticlebody articledata artcontent
            articlewysiwyg tdpostcontent thepostcontent notecontent artibody contentdetail detailcontent textarticle txtcontent
            bodyarticle newsdetailcontent postarticle articletextbody storycopy corpoarticolo cuerponoticia cuerpoarticulo textonoticia
            artikeltext artikelinhalt articleparagraphs noticiatexto zncontent znarticle
            """);
        Add(Marks.Article, "article post story entry hentry blogpost newsitem artikel articulo articolo artykul noticia singlepost");
        Add(Marks.Content, "content contents main maincontent pagecontent primary primarycontent contentarea contentmain maintext richtext wysiwyg textcontent paragraphs contenido");
        Add(Marks.Comment, """
            comment comments commentlist commentform commentarea disqus disqusthread respond replies kommentare kommentar commentaires
            commentaire comentarios comentario commenti komentarze reacties livefyre commentsection discussion fbcomments
            reader commentcount commentscount comentar usercomments commentbox pinglun spotim viafoura coral hypercomments
            """);
        words.Remove("reader");
        Add(Marks.Related, """
            related relatedposts relatedarticles relatedcontent relatednews relatedstories relatedlinks relatedtopics readmore readnext
            readalso alsoread morenews morestories morearticles morefrom moreon morelike recommended recommendation recommendations
            recommend recommendedposts recirc recirculation outbrain taboola trending mostread mostpopular popular popularposts latest
            latestnews latestposts recentposts recent nextarticle previousarticle prevnext nextprev postnavigation postnav pagernext
            youmayalsolike youmightalsolike mightlike similar similarposts similararticles seealso verwandt passend verwandte
            empfehlung empfehlungen articleslist weitere weiterlesen lireaussi alire suggestions suggested relacionadas relacionados
            noticiasrelacionadas correlati articolicorrelati correlate powiazane zobacztakze czytajtakze leesook lesogsa meerover
            relatedreading relatedstory inlinerelated relatedarticle relatedpost readalsos zergnet revcontent upnext furtherreading
            onwardjourney onward rubricator moreposts postsrelated relateditems articlerelated jprelatedposts yarpp crosslink
            crosslinks internallink morelinks linkedarticles toplist topstories topnews topposts breakingnews breakingblock newsticker ticker hotnews kanren xiangguan aktuelle
            lisezaussi meistgelesen tuijian hotnews rank ranking readmorelink storylinks articlelinks suggestedarticles
            """);
        Add(Marks.Share, """
            share sharing shares sharebar sharebuttons sharelinks sharetools socialshare socialsharing sharethis addthis addtoany
            sharedaddy shareaholic sharebutton socialmedia socialbuttons socialicons sociallinks socialbar socials socialtools sharebox
            sharelist articleshare postshare sharepost sharesocial teilen partager compartir condividi udostepnij bdsharebuttonbox
            sharewrap sharewidget followus follow followbutton essb heateor mashsb sassy ssba jiathis bdshare shareicons sharingtools
            socialsharebar shareplugin articletools storytools
            """);
        Add(Marks.Social, "social twitter facebook fb whatsapp linkedin pinterest");
        Add(Marks.Navigation, """
            nav navigation navbar navmenu menu mainmenu submenu breadcrumb breadcrumbs crumb crumbs pagination pager paging
            pagenav pagenavi pagination toolbar skiplink skiplinks skip sitenav topnav topbar subnav navi pathway youarehere ariane krumenpfad
            breadcrumbnav menubar sitemap tabbar mianbaoxie
            """);
        Add(Marks.Footer, "footer pagefooter sitefooter foot bottombar globalfooter fussbereich footerbar footerlinks colophon");
        Add(Marks.Header, "masthead siteheader pageheader topheader globalheader sitehead logo branding banner sitename");
        Add(Marks.Sidebar, """
            sidebar sidebars aside rightrail rightcolumn rightcol rightside sidecol sidecolumn sideblock
            complementary leftcolumn leftrail leftside rightbar widgetarea sidebarwidget marginal marginalspalte
            """);
        Add(Marks.Advertisement, """
            ad ads advert adverts advertisement advertising advertisment adbox adslot adcontainer adwrapper adunit adsbygoogle
            adsense dfp googlead googleads gpt sponsor sponsored sponsors sponsoredcontent anzeige anzeigen werbung publicidad
            publicite pubblicita reklama reklame annonce annons adplaceholder adblock admanager bannerad nativead doubleclick
            adarea adzone adwrap adlabel adtext affiliate affiliates affiliatelink adcontent guanggao ggad adinfeed teads
            """);
        Add(Marks.Caption, """
            caption captions figcaption imagecaption imgcaption photocaption picturecaption wpcaption wpcaptiontext mediacaption
            captiontext credit credits imagecredit photocredit imgcredit mediacredit bildunterschrift bildtext bildquelle legende
            piedefoto piefoto piedfoto didascalia podpis captioncredit photographer copyrightimage
            imagecopyright leadcaption videocaption gallerycaption thumbcaption phototitle photosource photoinfo imageinfo
            imagemeta fotocredit fotocaption fotobijschrift bijschrift imagedescription photodescription legenda pictext imgtext
            """);
        Add(Marks.Byline, """
            byline bylines author authors authorname authorlink autor autoren auteur auteurs autore autori writer writers postauthor
            articleauthor entryauthor contributor contributors reporter reporters journalist columnist dateline authordate authorline
            redakteur storyauthor autorzy postby writtenby articlebyline storybyline bylinename authorinfo authormeta
            """);
        Add(Marks.Bio, """
            bio biography authorbio aboutauthor abouttheauthor authorbox authorprofile authordescription authorcard authorbiography
            aboutauthors biographie autorenbox authorabout postauthorbox authorblurb writerbio bioinfo authorblock authordetails
            authorboxes
            vcardauthor profilebio abouttheauthors bioblock contributorbio authorsbio
            """);
        Add(Marks.SignUp, """
            newsletter newsletters signup signupform subscribe subscription subscriptions subscribeform mailinglist mailchimp
            emailsignup registration register optin donate donation donations abonnieren abonnement inscription suscripcion
            newsletterform newslettersignup newsletterbox mcform emailform emailcapture leadform hubspot hsform membership
            becomeamember supportus subscribebox subscribenow emailsubscribe getnewsletter inlinenewsletter callforsupport
            convertkit ctaform contactform wpcf gform mailmunch
            """);
        Add(Marks.Consent, "cookie cookies cookiebar cookiebanner cookieconsent cookienotice consent gdpr onetrust cmp cybot privacybanner usercentrics privacynotice didomi cookielawinfo cookielaw privacyoverview otpreferencecenter cmplz sp_message optout ccpa cliprivacyoverview climodal cookiepolicy");
        Add(Marks.Promo, """
            promo promos promotion promobox teaser teasers teaserlist cta calltoaction promoted inlinecta
            upsell appdownload downloadapp apppromo advertorial eventpromo merch
            appbanner marketing pitch interstitial bookpromo magpromo subscribepromo housead articlepromo
            """);
        Add(Marks.Date, """
            date dates datetime time timestamp pubdate publishdate published publisheddate postdate articledate entrydate datum fecha
            posted postedon updated lastupdated modified publishtime pubtime publicationdate datepublished datemodified fechapublicacion
            postmetadate riqi shijian dateline
            """);
        Add(Marks.Topics, """
            tag tags taglist tagcloud posttags entrytags articletags keywords category categories postcategory topics topiclist
            topictags rubrik catlinks postcategories tagslist taglinks schlagworte schlagwort themen etiquetas tagswrap tagsection
            articletopics hashtags storytags entrycategories filedunder articlekeywords
            """);
        Add(Marks.Popup, "modal popup popover overlay lightbox dialog offcanvas drawer tooltip toast modalcontent popupcontent exitintent fancybox");
        Add(Marks.Hidden, "hidden hide sronly visuallyhidden screenreadertext screenreader invisible dnone displaynone noprint offscreen screenreaderonly accessibilityhidden visuallyhide uhidden ishidden hiddenelement vh assistivetext clipped");
        words.Remove("noprint");

        // Of a box that cuts off, of a field without a label: their text is to be seen.
        words["overflowhidden"] = words["labelhidden"] = Marks.None;
        Add(Marks.Paywall, "paywall paywalls paywallbox piano regwall meteredpaywall subscriberonly paywallcontent paywallmessage paidcontentbarrier premiumbarrier");
        Add(Marks.Contents, "toc tableofcontents tableofcontent tocwrapper jumplinks eztoc eztoccontainer articletoc inhaltsverzeichnis anchorlinks tocify lwptoc toccontainer contentstable jumpto onthispage inthisarticle jumpmenu");
        Add(Marks.Standfirst, """
            standfirst subtitle subheadline subhead subheading deck dek lead lede leadtext articlelead entrysummary articlesummary
            summary intro introtext articleintro articledek chapo chapeau entradilla bajada sommario vorspann teasertext kicker
            abstract excerpt articlesubtitle headlinedeck storysummary introduction description articledescription bajante copete
            perex zajawka ingress subtitulo sottotitolo postsubtitle
            """);
        Add(Marks.Headline, "headline title articletitle posttitle entrytitle storytitle newstitle pagetitle articleheadline headlinetext maintitle titre titulo titolo");
        Add(Marks.Meta, """
            meta metadata metainfo postmeta entrymeta articlemeta postinfo articleinfo storymeta postdetails newsinfo blogmeta
            entryinfo postmetadata articlemetadata entryfooter entryutility postfooter articlefooter postheadermeta metabar infobar
            postedin metaline articledetails storyinfo sourceinfo articlesource readingtime readtime timetoread minread
            metablock metawrap estimatedtime wordcount viewcount postviews views
            """);
        Add(Marks.Reaction, "rating ratings vote votes voting poll polls quiz reactions reaction likes likebutton upvote survey feedback helpful wasthishelpful starrating emoji clap likebox wprating kkstar postratings applause");
        Add(Marks.Tools, "printbutton toolbox fontresize textresize audioplayer texttospeech articleactions actionbar savearticle readaloud emailprint pagetools articletool playerbar trinityplayer beyondwords actionbuttons copylink");
        Add(Marks.Legal, "copyright disclaimer disclosure legal imprint impressum terms copyrightnotice copyrightinfo affiliatedisclosure correctionpolicy rightslink permissions banquan shengming affiliatedisclaimer disclaimers");
        Add(Marks.Media, "gallery slideshow carousel slider video videoplayer player videocontainer videowrapper imagegallery photogallery galerie swiper slick flickity videobox mediaplayer jwplayer brightcove podcastplayer audiowrapper jwvideo");
        Add(Marks.Embed, "twittertweet instagrammedia tweet fbpost blueskyembed tiktokembed redditcard redditembed embeddedtweet");
        Add(Marks.Picture, """
            image images img imgs photo photos picture pictures pic pics foto fotos bild bilder imagem imagen immagine kuva obraz zdjecie
            leadimage mainimage articleimage heroimage featuredimage imagewidget imagewrapper imagecontainer photobox imagebox imageblock tupian
            """);
        Add(Marks.Quote, "quote quotes pullquote pullquotes blockquote zitat citat citation pull");
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

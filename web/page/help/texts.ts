/**
 * What things on the pages are for, in plain sentences: the one place of these texts. The first that fits is said, so what is
 * special stands before what is general. What a setting of the trainer does is not told here: the server knows it.
 *
 * @property at a CSS selector
 * @property called what it is called on the page, where the selector alone does not tell it from others
 */
export type Text = { at: string; called?: RegExp; words: string | ((place: Element) => string) };

const of = (place: Element, selector: string) => (place.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();

const FRAME: Text[] = [
    { at: ".skip", words: "Jumps over the entries at the side, to what the page is about. For who goes through pages by keyboard." },
    { at: ".side .name", words: "Leads to the list of your projects, from wherever you are." },
    { at: ".side a[href='/projects']", words: "Your images: to label them, to train on them, to let the computer search for the best settings." },
    { at: ".side a[href='/studies']", words: "Every search and training of this machine, from wherever it was begun: what came out, in words and pictures." },
    { at: ".side a[href='/playground']", words: "Small examples to play with, for seeing what each setting of a training does." },
    { at: ".side a[href='/help']", words: "First steps, keys, and how these pages are used." },
    { at: ".explain", words: "Switches these explanations on and off. F1 does the same, and the question mark where nothing is typed." },
    { at: ".connection", words: "Whether the studio answers. While it is live, changes appear by themselves; when it is away, this page waits and goes on." },
];

const PROJECTS: Text[] = [
    { at: "input", called: /^Name$/, words: "What it is called: any words. A project is looked for by its name, and a category is what images are labelled as." },
    { at: "button", called: /^New project$/, words: "Makes an empty project of that name; images are added in the next step. It needs a name first." },
    { at: "button", called: /^Open a project from a file/, words: "Takes in a .sweetspot file: a whole project with its images and labels, as another studio has given it away." },
    { at: "button", called: /^Rename /, words: "Calls it otherwise. What is in it stays." },
    { at: "button", called: /^Delete .* for good$/, words: "Deletes it for good: nothing brings it back after that. It is asked once more." },
    { at: "button", called: /^Delete (?!\()/, words: "Moves the project into the bin, from where it can be brought back. It is asked once more." },
    { at: "button", called: /^Bring .* back$/, words: "Takes it out of the bin again, as it was." },
    { at: "button", called: /^Open a table or series/, words: "Takes in a table or series of this computer (CSV), and shows what they hold before anything is learnt from them." },
    { at: "button", called: /^Point to a folder or table/, words: "Makes a project of what lies on the machine that the studio runs on: a folder of images, a table, or series." },
    { at: "button", called: /^Open it$/, words: "Looks at what lies there, and makes a project of it: images are taken in, a table stays where it is." },
    { at: "a.tile[href^='/projects/'], .tile a[href^='/projects/']", words: "A project: how many images it has, how many of them are labelled, and as how many categories. Click to open it." },
];

const DATA: Text[] = [
    { at: "a", called: /^Train on it/, words: "To the trainings of this project: set everything by hand, or give the computer some minutes to find good settings." },
    { at: "button", called: /^Add images or a zip/, words: "Takes in images or archives of this computer; dropping them anywhere on the page does the same. Folders in an archive become categories." },
    { at: "button", called: /^Add a folder/, words: "Takes in a whole folder. The folders in it become categories: cats/1.png is labelled “cats”." },
    { at: "button", called: /^Folder of the server/, words: "Takes in a folder of the machine that the studio runs on, without sending its images through the browser." },
    { at: "input", called: /^Its path$/, words: "Where the folder lies on that machine. Only folders that the studio was allowed are opened." },
    { at: "label, input", called: /^copy the images/, words: "Copied, the project holds all it needs and can be taken along. Not copied, it takes no room, and needs the folder to stay where it is." },
    { at: "button", called: /^Take it in$/, words: "Begins to take the images of that folder in. It goes on when you close the page." },
    { at: "button", called: /^Labels from a table/, words: "Reads a table (CSV) with a column of file names and a column of labels. What would happen is said before it does." },
    { at: ".tools button", called: /^Undo/, words: "Takes the last change back: labels, parts, categories and removed images. Ctrl+Z does the same." },
    { at: ".tools button", called: /^Redo/, words: "Does again what was taken back. Ctrl+Y does the same." },
    { at: ".tools button", called: /^Select (all|none)/, words: "Selects all images that are shown now, or none. Ctrl+A and Escape do the same." },
    { at: "select", called: /^Put the selected images/, words: "Moves the selected images into the training, the validation or the test part by hand; drawing the parts below does it for all." },
    { at: ".tools button", called: /^Remove/, words: "Takes the selected images out of the project. Undo brings them back; files that were not copied are never touched." },
    { at: "input[type=range], .tools label", called: /^Size/, words: "How large the images of the grid are." },
    { at: "[role=search] select", called: /^Category$/, words: "Shows only the images of one category, or only those that nobody has labelled." },
    { at: "[role=search] select", called: /^Part$/, words: "Shows only the images of one part: those that are learnt from, those that trainings are compared by, or those for the final measurement." },
    { at: "[role=search] select", called: /^Problem$/, words: "Shows only images that somebody should look at: copies of others, the same look with another label, tiny or empty ones, other channels than most." },
    { at: "input", called: /^Part of the name$/, words: "Shows only images whose file name has these letters in it." },
    { at: ".image", words: "An image and, in colour, what it shows. Click to select, Shift and click for a stretch, Ctrl and click for one more; drag it onto a category to label it; a double click or Enter opens it large. ▲ marks a problem." },
    { at: ".images", words: "All images that fit what is chosen above. Arrows move, Shift and arrows select, a band drawn around images selects them; Shift and a number labels what is selected." },
    { at: ".category .label", words: "Labels the selected images as this. Dropping images on it does so too, and Shift with its number." },
    { at: ".category button", called: /^Show the/, words: "How many images have this label. Click to see only these." },
    { at: ".category button", called: /^Change /, words: "Changes the name or the colour of the category, merges it into another one, or deletes it." },
    { at: ".balance", words: (place) => "How many images each part has of it: " + (place.getAttribute("title") ?? "") + ". Categories with very few images are learnt badly." },
    { at: ".legend", words: "The shades of the bars above. Learnt from is the training part; settings are chosen by the validation part; the test part is looked at once, at the very end." },
    { at: "input", called: /^Name of a new category$/, words: "What images can be labelled as from now on." },
    { at: "button", called: /^Add$/, words: "Adds the category. It gets a colour of its own, which can be changed." },
    { at: ".editor input[type=color], .editor label", called: /^Colour/, words: "The colour of the category in the grid. The colours at first are told apart by colour-blind people as well." },
    { at: "button", called: /^Rename$/, words: "Gives the category the name that was typed. Its images keep it." },
    { at: "button", called: /^Delete \(its images/, words: "Deletes the category; its images are unknown again. Undo brings it back." },
    { at: "select, .editor label", called: /^Merge into/, words: "Makes one category of two: all its images get the label of the other one." },
    { at: "input", called: /^Test/, words: "The share of the labelled images that is kept aside, to measure the final model on images that nothing was chosen by." },
    { at: "input", called: /^Validation/, words: "The share of the rest that trainings are compared by. What remains is learnt from." },
    { at: "input, label", called: /^keep the test part/, words: "Leaves the test part as it was drawn before, so that figures measured before and after can be compared." },
    { at: "button", called: /^Draw the parts$/, words: "Divides the labelled images by chance, so that each category gives its share to each part. Undo takes it back." },
    { at: "input, label", called: /^Channel \d/, words: "Whether this channel is shown. What is learnt does not change." },
    { at: "input", called: /^Colour of channel/, words: "The colour that this channel shines in. Only how images are shown." },
    { at: "select", called: /^Brightest at/, words: "From which value on the channel is shown at its brightest: a smaller share makes faint things visible." },
    { at: "button", called: /^Show as usual$/, words: "Takes back all choices of channels and contrast." },
    { at: "a", called: /^All in one file$/, words: "Downloads the whole project as one file: images, labels, parts, trainings. “Open a project from a file” opens it, here or on another machine." },
    { at: "a", called: /^Labels as a table$/, words: "Downloads file names, labels and parts as a table (CSV)." },
    { at: "dialog select", called: /^Shows/, words: "What the image shows. Changing it labels the image; Undo takes that back." },
    { at: "dialog textarea", words: "Anything worth remembering of this image. It is kept with the project." },
    { at: "button", called: /^Keep the note$/, words: "Keeps the note of this image." },
    { at: "dialog button", called: /^(← Previous|Next →)$/, words: "The image before or after this one, among those that are shown." },
    { at: "dialog select", called: /^(File names|Labels)$/, words: "Which column of the table holds this." },
    { at: "dialog button", called: /^(Close|Leave all as it is)$/, words: "Closes this without changing anything more. Escape does the same." },
    { at: "dialog button", called: /^Label \d/, words: "Labels these images as the table says. Undo takes it back in one step." },
    { at: ".coming button, .failure button", called: /^Good$/, words: "Puts this message away." },
    { at: ".coming button", called: /^Stop$/, words: "Stops taking images in. Those that have come stay." },
];

const TABLES: Text[] = [
    { at: "#which, label[for=which]", words: "The column that is to be known from the others. Words are told apart as classes; many different numbers are predicted as a number." },
    { at: "button", called: /^Train with the defaults$/, words: "One training on this table with settings that are good at first. It runs on this machine, and goes on when you close the page." },
    { at: ".learn input, .learn label", words: "How long the search may take, all in all: with the training of the winner at the end." },
    { at: "svg.spread", words: (place) => "How often each value, or each stretch of values, occurs: " + (of(place, "title") || "higher is more often") + "." },
    { at: "svg.series, .many-series figure", words: "One series, its steps from left to right, a line a channel, all channels on one scale; in bold what is known of it." },
    { at: "[role=region][tabindex]", words: "The beginning of the file as it is read. Arrows to the left and the right show more columns." },
];

const TRAINING: Text[] = [
    { at: "button", called: /^Train by hand$/, words: "One training with exactly the settings below." },
    { at: "button", called: /^Tune for me$/, words: "A search: the computer tries settings within the minutes that you give, and trains the best again." },
    { at: "button", called: /^Fit$/, words: "Begins the training. It runs on this machine, and goes on when you close the page." },
    { at: "#minutes", words: "How long the search may take, all in all: with the training of the winner at the end. More minutes try more." },
    { at: "[aria-label='How much to show'] button, button", called: /^(the basics|more|everything)$/, words: "How many settings are shown: those that matter most, those that one tries next, or all that there are. What is not shown keeps its value." },
    { at: "button", called: /^All back to their defaults$/, words: "Forgets all that was changed in this form." },
    { at: ".setting button", called: /^default/, words: (place) => "Back to the value that is used when nobody says anything. " + helpOf(place) },
    { at: ".setting button", called: /^[×÷−+*/]/, words: (place) => "The step by which people usually change this. " + helpOf(place) },
    { at: ".way input, .way label", called: /^fix$/, words: (place) => "Keeps this setting at the value beside it in all trials. " + helpOf(place) },
    { at: ".way input, .way label", called: /^search$/, words: (place) => "Lets the search choose this setting within the range beside it. " + helpOf(place) },
    { at: ".setting .choices input, .setting .choices label", words: (place) => "Whether the search tries this one. " + helpOf(place) },
    { at: ".setting a", words: (place) => "Opens the playground, where one sees what this does. " + helpOf(place) },
    { at: ".setting summary", words: "Opens all that is known about this setting: what it does, when people change it, and where that was found out." },
    { at: ".setting", words: (place) => helpOf(place) },
    { at: "[aria-describedby]", words: describedBy },
    { at: ".topic > legend, .topic", words: (place) => of(place.closest(".topic") ?? place, "p") },
    { at: ".cost", words: "What a training with these settings will take. The network is counted exactly; the time is a guess until a first training has told how quick this computer is." },
    { at: ".works a", words: "One training or search: its curves, how good it is, what it gets wrong, its files." },
    { at: ".works .state", words: "Whether it runs, was put aside, is done, or failed." },
    { at: "button", called: /^Pause$/, words: "Puts it aside with a checkpoint, so that nothing is lost. It can be gone on with at any time." },
    { at: "button", called: /^Go on$/, words: "Goes on from where it was put aside." },
    { at: "button", called: /^Enough: train the best so far$/, words: "Ends the search early: the best settings found so far are trained again and measured." },
    { at: "button", called: /^What do the unknown images show/, words: "Lets this model say what each image without a label shows. You decide then which of it to accept." },
    { at: "button", called: /^Use these settings again$/, words: "Takes these settings into the form, to change one thing and train again." },
    { at: "button", called: /^Again with learning rate [×÷]3$/, words: "Opens the form with these settings and three times, or a third of, the learning rate: the usual next step. The curves are drawn beside these then." },
    { at: "button", called: /^÷3$/, words: "Opens the form with these settings and a third of the learning rate. The curves are drawn beside these then." },
    { at: "input, button", called: /^(Go on for|more epochs)$/, words: "Trains this network further, for as many epochs more." },
    { at: "input, button", called: /^(Search on for|more minutes)$/, words: "Goes on with the search for so many minutes more, knowing all that it has tried." },
    { at: "input, button", called: /^(Train this one further.*|train)$/, words: "Trains this trial further by hand, from its checkpoint where it has left one, until it has seen so many epochs." },
    { at: "button", called: /^Use as my settings$/, words: "Takes what this trial had into the form of a training, to change one thing and train it." },
    { at: "summary", called: /^What is to be better/, words: "What the search looks for: how good it is, and what else counts, such as a small model; and the limits that it has to keep." },
    { at: "summary", called: /^Who searches/, words: "Which algorithms search. Left at auto, they are chosen while the search goes on." },
    { at: "#metric", words: "The number that says how good a model is at its task. The usual one is right unless you know better." },
    { at: ".aims input[type=checkbox], .aims label.row", words: "Looks for a good compromise with this as well: the search then has several winners, of which none beats another in everything." },
    { at: ".aims .others input, .aims .others label", words: "Draws the curves of this training beside the others." },
    { at: ".aims .row input", called: /^(Memory|Size|Time)/, words: "What goes over this limit is never a winner. Leave it empty for no limit." },
    { at: ".aims .row input", called: /^Trials at once/, words: "How many trials run beside each other. Leave it empty for what is quickest on this computer." },
    { at: ".aims select", called: /^Sampler/, words: "The algorithm that proposes what is tried next." },
    { at: ".aims select", called: /^Scheduler/, words: "The rule by which weak trials are ended early, so that there is time for better ones." },
    { at: "summary", called: /^Compare(d)? with/, words: "Chooses other trainings whose curves are drawn beside these." },
    { at: "button", called: /^(Make|Try again to make): /, words: "Makes this form of the model, for other programs. It takes some seconds; the file stands here then." },
    { at: "a", called: /^All of it as one zip$/, words: "Downloads the model, its report and all other files in one archive." },
    { at: "#beside", words: "Draws the curves of another training beside these, so that one sees what a change did." },
    { at: "figure.lines", words: "Curves that grow while the training runs. A falling training loss with a rising validation loss means that it learns its images by heart." },
    { at: ".confusion", words: "Each row is what images are, each column what the model says. On the diagonal it is right; every other number counts a kind of mistake." },
    { at: "button", called: /^It is /, words: "The model is right and the label was wrong: changes the label. Undo on the page of the images takes it back." },
    { at: "input[type=checkbox]", called: /\d %$/, words: "What the model says of this image, and how sure it is of it. Pick it to accept this as its label." },
    { at: "button", called: /^Accept the \d+ picked/, words: "Labels the picked images as the model says. Undo on the page of the images takes it back." },
    { at: "button", called: /^Accept the \d+ that are/, words: "Labels all images that the model is at least 95 % sure of." },
    { at: "button", called: /^Surest first$/, words: "Turns the order around. The least sure come first at the beginning, because a look at them teaches the next training most." },
    { at: "a", called: /^As a table/, words: "Downloads what the model says of each image, with how sure it is, as a table." },
    { at: "button", called: /^Show more/, words: "Shows the next ones of the list." },
    { at: ".mistakes li", words: "An image that the model takes for something else than its label says. Sometimes the label is what is wrong." },
];

const STUDIES: Text[] = [
    { at: "select", called: /^Store/, words: "Where the studies are kept: a file or a database. Each store has its own list." },
    { at: "input[placeholder^='learning_rate']", words: "Shows only trials whose values are so: learning_rate > 0.01, or optimizer = sgd, or state = failed. Several, joined by commas, all have to hold; = != < <= > and >= compare." },
    { at: "input", called: /^Search/, words: "Shows only studies with these words in their name, tags, note or standing. The key / comes here." },
    { at: "select", called: /^Order/, words: "Which studies come first." },
    { at: "button", called: /^Compare the two ticked$/, words: "Puts two studies beside each other: whose winner is better, and in what they differ. Tick two first." },
    { at: "input[type=checkbox]", called: /^Compare /, words: "Ticks the study for the comparison. A third one replaces the first." },
    { at: "table.studies a", words: "One search or training with all its trials. Click to read what came out." },
    { at: "button", called: /^Stop the search$/, words: "Ends the search for all its workers, on whichever machine; running trials are put aside. It can be opened again." },
    { at: "button", called: /^Open it again$/, words: "Lets workers go on with the study." },
    { at: "a", called: /^Download the report$/, words: "One file with all words and pictures of this study, for reading and printing anywhere." },
    { at: "button", called: /^Note and tags$/, words: "Writes down what you think of this study, and words to find it by. Kept on this machine, not in the store." },
    { at: "textarea", called: /^Note/, words: "Anything worth remembering of this study." },
    { at: "input", called: /^Tags/, words: "Words to find the study by in the list." },
    { at: "button", called: /^Keep$/, words: "Keeps the note and the tags." },
    { at: "button", called: /^Leave as it was$/, words: "Throws away what was typed just now." },
    { at: "#tab-said", words: "What came out, in sentences: what was best, what mattered, what to do next, and how far that can be trusted." },
    { at: "#tab-pictures", words: "All pictures of the study; a click on a mark opens its trial." },
    { at: "#tab-trials", words: "Every trial as a row of a table, to be ordered and looked through." },
    { at: "select", called: /^Show/, words: "Shows only trials that ended so, or that run now." },
    { at: ".rows .head button", words: "Orders the trials by this column; once more turns the order around." },
    { at: ".rows .row", words: "One trial: one choice of all settings, and what came of it. Click, or Enter, opens it." },
    { at: ".rows", words: "All trials. Arrows, Page Up, Page Down, Home and End move; Enter opens the trial." },
    { at: "a.tile", words: "The trial that is the best by this figure. Click for all about it." },
    { at: "a.button", called: /trial \d/, words: "The trial that was begun before or after this one." },
    { at: ".tile", words: "A figure of this page, and what it is of." },
    { at: ".standing", words: "How it stands just now. While it runs, this changes by itself." },
    { at: "figure.picture", words: (place) => of(place, "figcaption") + " Point at a mark to read it." },
    { at: ".points li", words: "Something that the figures say. ✓ is good news, ▲ is worth a look; what can be done about it stands behind it." },
];

const PLAYGROUND: Text[] = [
    { at: "[aria-label='Lessons'] button", words: "A small experiment that shows what one setting does: it sets everything up, says what to look at, and begins." },
    { at: ".play button", called: /^Start$/, words: "Trains the network, or both of them, on the points." },
    { at: ".play button", called: /^Pause$/, words: "Lets everything stand still as it is, to look at it closely or to go on step by step." },
    { at: ".play button", called: /^One step$/, words: "One step of the training: a batch of points is looked at, and every number of the network is moved a little." },
    { at: ".play button", called: /^One epoch$/, words: "As many steps as it takes to look at every point once." },
    { at: ".play button", called: /^Again from the start$/, words: "Forgets what was learnt and begins anew with these settings." },
    { at: "[aria-label=Pace] button", words: "How quickly the training goes on before your eyes. It learns the same either way." },
    { at: "[aria-label=Shape] button", words: "What the points look like: some shapes are harder to learn than others." },
    { at: ".play button", called: /^Other points of this shape$/, words: "Draws other points of the same shape by chance." },
    { at: "button", called: /^Compare with a second network$/, words: "Puts a second network beside the first. Change one setting of it, and see what that alone does." },
    { at: "[aria-label='Whose settings'] button", words: "Whose settings the form below changes." },
    { at: "button", called: /^Keep only the /, words: "Goes back to one network, with the settings of this one." },
    { at: "button", called: /^Lesson: /, words: "Opens the lesson about this setting." },
    { at: ".slider", words: (place) => of(place, "[id$='-help']") },
    { at: ".play .planes figure, .play canvas", words: (place) => (place.getAttribute("aria-label") ?? of(place, "figcaption")) + ". It changes while the training runs." },
];

/** What holds wherever nothing more special does. */
const ANYWHERE: Text[] = [
    { at: "button.copy", words: "Takes the command into the clipboard, to be pasted into a terminal." },
    { at: "button", called: /^Try again$/, words: "Asks the studio once more." },
    { at: "button", called: /^(Show all|Show all images|Show all trials)$/, words: "Forgets what is chosen, and shows everything again." },
    { at: ".path a", words: "Back to where this belongs." },
    { at: "a[download]", words: "Downloads this file. Nothing else leaves this machine." },
    { at: "a[href='/api/openapi.json']", words: "The description of all that programs can ask the studio for." },
    { at: "summary", words: "Opens and closes what belongs to these words." },
    { at: "th[scope=col]", words: "What this column of the table holds." },
    { at: "main p a, main li a, main h1 a, main td a", words: "Leads to what its words name." },
];

export const TEXTS: Text[] = [...FRAME, ...PROJECTS, ...DATA, ...TABLES, ...PLAYGROUND, ...TRAINING, ...STUDIES, ...ANYWHERE];

/** What the page itself says of a field, in one place or several. */
function describedBy(place: Element): string {
    const places = place.getAttribute("aria-describedby")!.split(" ");
    return places.map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
}

/** What the server says of a setting. */
function helpOf(place: Element): string {
    return of(place.closest(".setting") ?? place, "[id$='-help']");
}
